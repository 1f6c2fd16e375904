import type { GivenCommand } from '@muster/flow';
import type { Actor } from '@muster/terms';
import { actor } from '@muster/terms/testing';
import { command } from './toy-flow.ts';

/** `union` keeps the directory; its administrator, and that of the north. */
export const keeper = actor('union', 'administrator', 'per_keeper');
export const northAdministrator = actor('north', 'administrator', 'per_north-administrator');
const muster = actor('muster', 'flow', 'per_flow');

const bare = (id: string, by: Actor, name: string, data: object): GivenCommand => ({
  ...command(id, by, name, {}),
  data,
});

export const keep = bare('keep', muster, 'KeepDirectory', {
  keeperId: keeper.partyId,
  administratorId: keeper.personId,
});
export const give = (id: string, { personId, partyId, role }: Actor, by = keeper, over: object = {}): GivenCommand =>
  bare(id, by, 'GiveRole', { personId, partyId, role, ...over });
export const end = (id: string, { personId, partyId, role }: Actor, by = keeper): GivenCommand =>
  bare(id, by, 'EndRole', { personId, partyId, role, reason: 'moved on' });
export const close = (id: string, partyId: string, by = keeper): GivenCommand =>
  bare(id, by, 'CloseOrganisation', { partyId, reason: 'no longer there' });
export const note = (id: string, partyId: string, withinId: string, sovereignId: string, by = keeper): GivenCommand =>
  bare(id, by, 'NoteOrganisation', { partyId, name: partyId, withinId, sovereignId });
export const move = (id: string, partyId: string, withinId: string, by = keeper): GivenCommand =>
  bare(id, by, 'MoveOrganisation', { partyId, withinId, reason: 'merged' });
