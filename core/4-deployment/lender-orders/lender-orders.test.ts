import { granted, line, requestId, submitted, toyLaw, withdrawn } from '@muster/decision/testing';
import { orderStream, type PartyId, requestStream, tourStream } from '@muster/terms';
import { actor, given, past } from '@muster/terms/testing';
import { describe, expect, it } from 'vitest';
import { befell, committed, issued, june, militia, noted, onRoster, ordered, person, seats } from '../testing.ts';
import { acceptOrder } from './accept-order.ts';
import { declineSeats } from './decline-seats.ts';
import { issueOrders } from './issue-orders.ts';
import { nameRoster } from './name-roster.ts';
import { orderMission } from './order-mission.ts';
import { strikeFromRoster } from './strike-from-roster.ts';

const tools = { law: toyLaw };
const flow = actor('union.defense', 'flow');
const coordinator = actor('north', 'lenderCoordinator');
const neighbour = actor('south', 'lenderCoordinator');
const governor = actor('north', 'consentingOfficial');
const at = '2025-05-26T12:00:00Z';
const which = { requestId, lenderId: 'north' };
const stream = orderStream(requestId, 'north' as PartyId);

const issue = (...history: ReturnType<typeof committed>) =>
  given(...history).when(issueOrders, flow, at, { requestId }, tools);

describe('IssueOrders', () => {
  it('makes the committed plan into one order a lender, with numbered seats', async () => {
    const { facts, alongside } = await issue(...committed());
    expect(facts).toEqual([
      { type: 'OrdersIssued', version: 1, data: { requestId, planId: 'pln_a', lenderIds: ['north'] } },
    ]);
    expect(alongside).toEqual([
      {
        stream,
        facts: [{ type: 'OrderIssued', version: 1, data: { ...which, planId: 'pln_a', groups: [seats(8)] } }],
      },
    ]);
  });

  it('says nothing twice, and nothing of a plan that nobody committed', async () => {
    expect((await issue(...committed(), ...issued())).refusal?.code).toBe('DEPLOYMENT_ORDERS_STAND');
    const uncommitted = committed().filter(({ fact }) => fact.type !== 'PlanCommitted');
    expect((await issue(...uncommitted)).refusal?.code).toBe('DEPLOYMENT_ORDERS_STAND');
  });

  it('ends seats on the day on which the consent they rest on ends, under the same number', async () => {
    const { alongside } = await issue(...committed(), ...issued(), withdrawn('north', 'lender', '2025-06-11'));
    expect(alongside[0]?.facts).toMatchObject([
      { type: 'OrderAmended', data: { groups: [seats(8, { period: { ...june, toOn: '2025-06-11' } })] } },
    ]);
  });

  it('is off where nothing of it stands, and where the request is withdrawn', async () => {
    const gone = await issue(...committed(), ...issued(), withdrawn('south', 'host', '2025-05-26'));
    expect(gone.alongside[0]?.facts).toMatchObject([{ type: 'OrderAmended', data: { groups: [] } }]);
    const over = await issue(
      ...committed().filter(({ fact }) => fact.type !== 'PlanCommitted'),
      ...issued(),
      past(requestStream(requestId), { type: 'RequestWithdrawn', version: 1, data: { requestId, reason: 'over' } }),
    );
    expect(over.alongside[0]?.facts).toMatchObject([{ type: 'OrderAmended', data: { planId: 'pln_a', groups: [] } }]);
  });

  it('gives new seats a number that none had before', async () => {
    const before = [...issued(), ordered('OrderAmended', { planId: 'pln_a', groups: [] })];
    const elsewhere = before.map((p) =>
      p.fact.type === 'OrderIssued'
        ? ordered('OrderIssued', { planId: 'pln_a', groups: [seats(3, { poolId: 'pol_other' })] })
        : p,
    );
    const { alongside } = await issue(...committed(), ...elsewhere);
    expect(alongside[0]?.facts).toMatchObject([{ data: { groups: [seats(8, { group: 2 })] } }]);
  });
});

describe('the order of a lender', () => {
  it('is accepted by its coordinator alone, once, and again where it asks for more', async () => {
    const accept = (by: typeof coordinator, ...history: ReturnType<typeof issued>) =>
      given(...history).when(acceptOrder, by, at, which, tools);
    expect((await accept(coordinator, ...issued())).facts).toEqual([
      { type: 'OrderAccepted', version: 1, data: which },
    ]);
    expect(acceptOrder.writes(which as never)).toBe(stream);
    expect((await accept(neighbour, ...issued())).refusal?.code).toBe('DEPLOYMENT_ORDER_NOT_YOURS');
    expect((await accept(coordinator)).refusal?.code).toBe('DEPLOYMENT_ORDER_UNKNOWN');
    const accepted = [...issued(), ordered('OrderAccepted')];
    expect((await accept(coordinator, ...accepted)).refusal?.code).toBe('DEPLOYMENT_ORDER_ALREADY_ACCEPTED');
    const amended = (people: number, over: object = {}) =>
      ordered('OrderAmended', { planId: 'pln_b', groups: people > 0 ? [seats(people, over)] : [] });
    expect((await accept(coordinator, ...accepted, amended(7))).refusal?.code).toBe(
      'DEPLOYMENT_ORDER_ALREADY_ACCEPTED',
    );
    for (const more of [
      amended(9),
      amended(8, { period: { ...june, toOn: '2025-07-02' } }),
      amended(1, { group: 2 }),
    ]) {
      expect((await accept(coordinator, ...accepted, more)).facts).toHaveLength(1);
    }
    expect((await accept(coordinator, ...accepted, amended(0))).refusal?.code).toBe('DEPLOYMENT_ORDER_UNKNOWN');
  });

  it('keeps what could not be filled, with its reason, and no more than there are free seats', async () => {
    const declined = { ...which, group: 1, people: 3, reason: 'neededAtHome' };
    const decline = (by: typeof coordinator, data: object, ...history: ReturnType<typeof issued>) =>
      given(...history).when(declineSeats, by, at, { ...declined, ...data }, tools);
    expect((await decline(coordinator, {}, ...issued())).facts).toEqual([
      { type: 'SeatsDeclined', version: 1, data: declined },
    ]);
    expect((await decline(neighbour, {}, ...issued())).refusal?.code).toBe('DEPLOYMENT_ORDER_NOT_YOURS');
    expect((await decline(coordinator, {})).refusal?.code).toBe('DEPLOYMENT_ORDER_UNKNOWN');
    expect((await decline(coordinator, { group: 2 }, ...issued())).refusal?.allowed).toBe('It has 1 (lin_a, 8).');
    const before = [...onRoster(1, 2, 3), ordered('SeatsDeclined', declined)];
    expect((await decline(coordinator, { people: 2 }, ...before)).facts).toHaveLength(1);
    expect((await decline(coordinator, { people: 3 }, ...before)).refusal).toMatchObject({
      code: 'DEPLOYMENT_SEATS_FULL',
      allowed: 'Decline 2 or fewer.',
    });
    expect(() => declineSeats.data.parse({ ...declined, reason: 'because' })).toThrow();
  });
});

describe('NameRoster', () => {
  const seat = (n: number, group = 1) => ({ group, personId: person(n) });
  const accepted = [submitted([line('lin_a')]), ...issued(3), ordered('OrderAccepted')];
  const name = (named: object[], history: readonly ReturnType<typeof noted>[] = accepted, by = coordinator) =>
    given(...history).when(nameRoster, by, at, { ...which, seats: named }, tools);

  it('puts people on seats, and tells each person’s own stream', async () => {
    const { facts, alongside } = await name([seat(1), seat(2)], [...accepted, noted(1), noted(2)]);
    expect(facts).toEqual([{ type: 'RosterNamed', version: 1, data: { ...which, seats: [seat(1), seat(2)] } }]);
    expect(alongside.map((a) => a.stream)).toEqual([1, 2].map((n) => tourStream('north' as PartyId, person(n))));
    expect(alongside[1]?.facts).toEqual([
      {
        type: 'SeatNamed',
        version: 1,
        data: { ...which, personId: person(2), group: 1, lineId: 'lin_a', kind: militia, period: june },
      },
    ]);
  });

  it.each<[string, object[], ReturnType<typeof noted>[], string]>([
    ['somebody nobody noted', [seat(1)], [], 'not noted'],
    ['somebody twice', [seat(1), seat(1)], [noted(1)], 'a second time'],
    ['a group that is not there', [seat(1, 4)], [noted(1)], 'the group 4, which the order does not have'],
    ['more than there are seats', [1, 2, 3, 4].map((n) => seat(n)), [1, 2, 3, 4].map((n) => noted(n)), 'one more than'],
    ['somebody without the skill', [seat(1)], [noted(1, { skillIds: [] })], 'without the skill porter'],
    ['somebody of another status', [seat(1)], [noted(1, { kinds: [] })], 'may not come under militia'],
    [
      'somebody who is elsewhere',
      [seat(1)],
      [
        noted(1),
        befell(1, 'SeatNamed', {
          requestId: 'req_other',
          group: 1,
          lineId: 'lin_x',
          kind: militia,
          period: { fromOn: '2025-06-30', toOn: '2025-08-01' },
        }),
      ],
      'has a seat for "req_other"',
    ],
  ])('names nobody where it names %s, and says which', async (_what, named, more, problem) => {
    const { refusal } = await name(named, [...accepted, ...more]);
    expect(refusal?.code).toBe('DEPLOYMENT_SEAT_NOT_FOR_THEM');
    const faults = refusal?.faults ?? [];
    expect(faults).toHaveLength(1);
    expect(faults[0]?.problem).toContain(problem);
    expect(faults[0]?.field).toBe(`seats.${named.length - 1}`);
  });

  it('lets somebody be named who comes home before', async () => {
    const period = { fromOn: '2025-05-01', toOn: '2025-06-01' };
    const before = befell(1, 'SeatNamed', { requestId: 'req_other', group: 1, lineId: 'lin_x', kind: militia, period });
    expect((await name([seat(1)], [...accepted, noted(1), before])).facts).toHaveLength(1);
  });

  it('waits for the order, for its acceptance and for the request, and is the lender’s own', async () => {
    expect((await name([seat(1)], accepted, neighbour)).refusal?.code).toBe('DEPLOYMENT_ORDER_NOT_YOURS');
    expect((await name([seat(1)], accepted.slice(0, 1))).refusal?.code).toBe('DEPLOYMENT_ORDER_UNKNOWN');
    expect((await name([seat(1)], accepted.slice(0, -1))).refusal?.code).toBe('DEPLOYMENT_ORDER_NOT_ACCEPTED');
    expect((await name([seat(1)], accepted.slice(1))).refusal?.code).toBe('REQUEST_NOT_SUBMITTED');
  });

  it('frees the seats and the people it strikes, save who has set out', async () => {
    const strike = (n: number, ...history: ReturnType<typeof onRoster>) =>
      given(...history).when(
        strikeFromRoster,
        coordinator,
        at,
        { ...which, personIds: [person(n)], reason: 'replaced' },
        tools,
      );
    const struck = await strike(1, ...onRoster(1, 2));
    expect(struck.facts).toMatchObject([
      { type: 'RosterStruck', data: { personIds: [person(1)], reason: 'replaced' } },
    ]);
    expect(struck.alongside).toMatchObject([{ facts: [{ type: 'SeatStruck', data: { personId: person(1) } }] }]);
    const away = befell(1, 'PersonMobilised', { leftAt: '2025-05-26T08:00:00Z' });
    expect((await strike(1, ...onRoster(1, 2), away)).refusal?.code).toBe('DEPLOYMENT_TOUR_NOT_THERE');
    expect((await strike(7, ...onRoster(1, 2))).refusal?.why).toBe('personIds.0 is not on the roster of this order.');
    const free = [...accepted, noted(1), noted(2), noted(3), noted(4)];
    const full = ordered('RosterNamed', { seats: [seat(1), seat(2), seat(3)] });
    const gone = ordered('RosterStruck', { personIds: [person(1)], reason: 'replaced' });
    expect((await name([seat(4)], [...free, full])).refusal?.code).toBe('DEPLOYMENT_SEAT_NOT_FOR_THEM');
    expect((await name([seat(4)], [...free, full, gone])).facts).toHaveLength(1);
  });
});

describe('OrderMission', () => {
  const order = (by: typeof governor, ...history: ReturnType<typeof onRoster>) =>
    given(...history).when(orderMission, by, at, which, tools);

  it('lets everybody on the roster set out who may not yet, and nobody whose seat is gone', async () => {
    const named = onRoster(1, 2).filter(({ fact }) => fact.type !== 'MissionOrdered');
    expect((await order(governor, ...named)).facts).toMatchObject([
      { type: 'MissionOrdered', data: { personIds: [person(1), person(2)] } },
    ]);
    const cut = ordered('OrderAmended', { planId: 'pln_a', groups: [seats(1)] });
    expect((await order(governor, ...named, cut)).facts).toMatchObject([{ data: { personIds: [person(1)] } }]);
    expect((await order(governor, ...onRoster(1))).refusal?.code).toBe('DEPLOYMENT_NOBODY_TO_ORDER');
    expect((await order(governor, ...issued(), ordered('OrderAccepted'))).refusal?.why).toBe(
      'Nobody is on the roster.',
    );
    expect((await order(governor, ...issued())).refusal?.code).toBe('DEPLOYMENT_ORDER_NOT_ACCEPTED');
    expect((await order(governor)).refusal?.code).toBe('DEPLOYMENT_ORDER_UNKNOWN');
    expect((await order(actor('south', 'consentingOfficial'), ...named)).refusal?.code).toBe(
      'DEPLOYMENT_ORDER_NOT_YOURS',
    );
    expect(orderMission.who).toEqual(['consentingOfficial']);
  });
});

it('a grant that covers again gives the seats back', async () => {
  const cut = ordered('OrderAmended', { planId: 'pln_a', groups: [] });
  const { alongside } = await issue(...committed(), ...issued(), cut, granted('north', 'lender', 8));
  expect(alongside[0]?.facts).toMatchObject([{ type: 'OrderAmended', data: { groups: [seats(8, { group: 2 })] } }]);
});
