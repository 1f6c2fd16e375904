import { gatherKeeper, gatherSettings, type Organisation, type Settings } from '@muster/directory';
import {
  type Answer,
  carryOut,
  type HeldRole,
  type Means,
  organisationsView,
  readOrganisations,
  readRoles,
  rolesView,
} from '@muster/flow';
import type { CommandId, Day, Instant, PartyId, PersonId } from '@muster/terms';

/** Who may act for whom, as the record has it. */
export interface HouseDirectory {
  /** Who keeps it; undefined while everybody is believed. */
  keeper(): Promise<PartyId | undefined>;
  organisations(): Promise<readonly Organisation[]>;
  /** Every role that was given and not ended; with a person, theirs alone. */
  roles(on: Day, personId?: PersonId): Promise<readonly HeldRole[]>;
  settings(): Promise<Settings>;
  /** For whoever runs the machine alone: from now on nobody is believed. */
  keep(order: KeepOrder): Promise<Answer>;
}

export interface KeepOrder {
  readonly commandId: CommandId;
  readonly at: Instant;
  readonly keeperId: PartyId;
  readonly administratorId: PersonId;
}

export function houseDirectory(means: Means): HouseDirectory {
  const { record, law } = means;
  const keeper = () => gatherKeeper((stream) => record.read(stream));
  return {
    keeper,
    organisations: async () => readOrganisations(await record.view(organisationsView), law.terms.parties),
    roles: async (on, personId) => readRoles(await record.view(rolesView, personId), await keeper(), on),
    settings: () => gatherSettings((stream) => record.read(stream)),
    keep: ({ commandId, at, keeperId, administratorId }) =>
      carryOut(means, {
        commandId,
        name: 'KeepDirectory',
        at,
        by: { personId: 'per_flow' as PersonId, partyId: 'muster' as PartyId, role: 'flow' },
        data: { keeperId, administratorId },
      }),
  };
}
