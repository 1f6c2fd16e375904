import { demobilisationItems } from '@muster/deployment/events';
import type { CommandName, GivenCommand } from '@muster/flow';
import { loadScenario, stepCommands } from '@muster/scenarios';

/** What a command looks like when it is given: the body of its call. */
export interface Example {
  readonly by: { readonly personId: string; readonly partyId: string; readonly role: string };
  readonly data: object;
}

const source = { kind: 'assumption', words: 'Made up for the example.' };
const georgia = { personId: 'per_us-ga-official', partyId: 'us.ga', role: 'consentingOfficial' };
const coordinator = { personId: 'per_us-oh-coordinator', partyId: 'us.oh', role: 'lenderCoordinator' };
const administrator = { personId: 'per_administrator', partyId: 'us.emac', role: 'administrator' };
const planner = { personId: 'per_us-fl-planner', partyId: 'us.fl', role: 'requestingPlanner' };
const whose = { lenderId: 'us.oh', personId: 'prs_00112233445566778899aabbccddeeff' };
const desk = { personId: 'per_us-fl-desk', partyId: 'us.fl', role: 'deploymentDesk' };
const tennessee = { personId: 'per_us-tn-coordinator', partyId: 'us.tn', role: 'lenderCoordinator' };
const ordered = { requestId: 'req_2024-10-storm', lenderId: 'us.tn' };
const nurse = 'prs_0123456789abcdef0123456789abcdef';
const onTour = { ...ordered, personIds: [nurse] };
const kinds = [{ statusId: 'title32', delegationIds: [] }];

/** What the hurricane does not do. They can be carried out one after another, where a directory is kept by us.emac. */
const written: Partial<Record<CommandName, Example>> = {
  NoteOrganisation: {
    by: administrator,
    data: { partyId: 'us.emac.north', name: 'Northern desk', withinId: 'us.emac', sovereignId: 'us.emac' },
  },
  MoveOrganisation: {
    by: administrator,
    data: { partyId: 'us.emac.south', withinId: 'us.emac.north', reason: 'One desk serves both.' },
  },
  GiveRole: { by: administrator, data: { personId: 'per_new-counsel', partyId: 'us.emac', role: 'counsel' } },
  EndRole: {
    by: administrator,
    data: { personId: 'per_new-counsel', partyId: 'us.emac', role: 'counsel', reason: 'Another office took over.' },
  },
  SetSetting: { by: administrator, data: { name: 'freshLoginMinutes', value: 10 } },
  CloseOrganisation: { by: administrator, data: { partyId: 'us.emac.north', reason: 'Its work is done.' } },
  AmendRequest: {
    by: planner,
    data: {
      requestId: 'req_2024-10-storm',
      reason: 'One line is enough.',
      lines: [{ lineId: 'lin_supplies', title: 'Carrying supplies', people: 200, source }],
    },
  },
  PublishRequest: { by: planner, data: { requestId: 'req_2024-10-storm' } },
  WithholdRequest: { by: planner, data: { requestId: 'req_2024-10-storm', reason: 'It is for its parties alone.' } },
  WithdrawRequest: { by: planner, data: { requestId: 'req_2024-10-storm', reason: 'The storm has turned.' } },
  RefuseConsent: {
    by: georgia,
    data: {
      ...{ requestId: 'req_2024-10-storm', partyId: 'us.ga', capacity: 'lenderGovernor', reason: 'homeNeed' },
      ...{ words: 'The storm may turn north.', source },
    },
  },
  NameStandIn: {
    by: georgia,
    data: {
      standInId: 'sta_georgia-deputy',
      partyId: 'us.ga',
      capacities: ['lenderGovernor'],
      personId: 'per_us-sc-official',
      ofPartyId: 'us.sc',
      period: { fromOn: '2024-10-05', toOn: '2024-11-05' },
      mostPeople: 100,
      words: 'The deputy answers while the official is away.',
      source,
    },
  },
  EndStandIn: {
    by: georgia,
    data: { standInId: 'sta_georgia-deputy', partyId: 'us.ga', reason: 'The official is back.' },
  },
  NotePastDeployment: {
    by: { personId: 'per_desk', partyId: 'us.dod', role: 'deploymentDesk' },
    data: {
      ...{ deploymentId: 'dep_tx-2023-logistics', statusId: 'title32', delegationIds: [], taskId: 'logistics' },
      ...{ placeId: 'us-tx', lenderId: 'us.oh', people: 40, period: { fromOn: '2023-04-01', toOn: '2023-05-01' } },
      source,
    },
  },
  NotePerson: {
    by: coordinator,
    data: { ...whose, particulars: { name: 'A. Example' }, skillIds: ['medical'], kinds },
  },
  CorrectPerson: {
    by: coordinator,
    data: { ...whose, particulars: { name: 'B. Example' }, skillIds: ['medical'], kinds },
  },
  ErasePerson: { by: coordinator, data: { ...whose, because: 'theyAsked' } },
  AcceptOrder: { by: tennessee, data: ordered },
  DeclineSeats: { by: tennessee, data: { ...ordered, group: 2, people: 5, reason: 'neededAtHome' } },
  NameRoster: { by: tennessee, data: { ...ordered, seats: [{ group: 1, personId: nurse }] } },
  StrikeFromRoster: { by: tennessee, data: { ...onTour, reason: 'replaced' } },
  OrderMission: { by: { ...tennessee, personId: 'per_us-tn-official', role: 'consentingOfficial' }, data: ordered },
  Mobilise: { by: tennessee, data: { ...onTour, leftAt: '2024-10-08T06:00:00Z' } },
  CheckIn: { by: desk, data: { ...onTour, arrivedAt: '2024-10-09T14:00:00Z', present: [] } },
  AttestPresence: { by: tennessee, data: onTour },
  ReleasePeople: { by: desk, data: { ...onTour, releasedAt: '2024-10-22T18:00:00Z', reason: 'tourOver' } },
  Demobilise: {
    by: desk,
    data: {
      ...onTour,
      leftAt: '2024-10-23T08:00:00Z',
      items: demobilisationItems.map((item) => ({ item, is: 'done' })),
    },
  },
  ComeHome: { by: tennessee, data: { ...onTour, homeAt: '2024-10-23T20:00:00Z' } },
};

/** The order to plan, which is no command of the catalogue. */
export const planExample = {
  by: { personId: 'per_emac-sourcing', partyId: 'us.emac', role: 'sourcingOfficer' },
  ...{ planId: 'pln_storm-1', orderOn: '2024-10-06', travelKmPerDay: 800 },
};

/** The hurricane that ships with Muster, whose commands are all real ones. */
function played(): readonly GivenCommand[] {
  const storm = loadScenario('hurricane');
  return 'faults' in storm ? [] : storm.steps.flatMap((step) => stepCommands(storm, step));
}

let storm: readonly GivenCommand[] | undefined;

/** An example of a command, which is carried out in a test just as it stands here. */
export function exampleOf(name: CommandName): Example | undefined {
  storm ??= played();
  const found = written[name] ?? storm.find((command) => command.name === name);
  return found && (JSON.parse(JSON.stringify({ by: found.by, data: found.data })) as Example);
}
