import { toyTerms } from '@muster/decision/testing';
import {
  carryOut,
  type GivenCommand,
  organisationsView,
  type RecordPort,
  readOrganisations,
  readRoles,
  rolesView,
} from '@muster/flow';
import { openMemoryRecord } from '@muster/record-memory';
import type { Day, PartyId, Recorded } from '@muster/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, end, give, keep, keeper, move, northAdministrator, note } from './toy-directory.ts';
import { codeOf, draft, giveAll, meansOver, official, planner, recordedIn, submit } from './toy-flow.ts';
import { meanwhile, scheduled } from './troubled-record.ts';

const begun = [draft('draft'), keep, give('planner', planner)];

async function race(
  beforehand: readonly GivenCommand[],
  racers: readonly GivenCommand[],
  check: (
    events: readonly Recorded[],
    codes: readonly (string | undefined)[],
    record: RecordPort,
  ) => void | Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const record = openMemoryRecord();
      for (const answer of await giveAll(record, beforehand)) expect(answer.outcome, codeOf(answer)).toBe('recorded');
      const slow = meansOver(scheduled(record, scheduler));
      const answers = await scheduler.waitFor(Promise.all(racers.map((racer) => carryOut(slow, racer))));
      await check(await recordedIn(record), answers.map(codeOf), record);
    }),
    { numRuns: 60 },
  );
}
const indexOf = (events: readonly Recorded[], type: string) => events.findIndex((e) => e.fact.type === type);
const isAfter = (events: readonly Recorded[], type: string, earlier: string) =>
  indexOf(events, earlier) >= 0 && indexOf(events, type) > indexOf(events, earlier);

describe('a command races', () => {
  it('the end of the role it is given in: nothing is recorded after that', () =>
    race(begun, [submit('submit'), end('end', planner)], (events, [submitted]) => {
      expect(indexOf(events, 'RoleEnded')).toBeGreaterThan(0);
      expect(isAfter(events, 'RequestSubmitted', 'RoleEnded')).toBe(false);
      if (indexOf(events, 'RequestSubmitted') < 0) expect(submitted).toBe('DIRECTORY_ROLE_NOT_HELD');
    }));

  it('the closing of its organisation', () =>
    race(begun, [submit('submit'), close('close', 'union.asker')], (events, [submitted]) => {
      expect(isAfter(events, 'RequestSubmitted', 'OrganisationClosed')).toBe(false);
      if (indexOf(events, 'RequestSubmitted') < 0) expect(submitted).toBe('DIRECTORY_ORGANISATION_CLOSED');
    }));

  it('the keeping of the directory: from then on whoever gives it is not believed', () =>
    race([draft('draft')], [submit('submit'), keep], (events) => {
      expect(indexOf(events, 'DirectoryKept')).toBeGreaterThan(0);
      expect(isAfter(events, 'RequestSubmitted', 'DirectoryKept')).toBe(false);
    }));

  it('and is refused where the role ends between its read and its append, whichever record it is', async () => {
    const record = openMemoryRecord();
    await giveAll(record, begun);
    const ending = meanwhile(record, () => carryOut(meansOver(record), end('end', planner)));
    expect(codeOf(await carryOut(meansOver(ending), submit('submit')))).toBe('DIRECTORY_ROLE_NOT_HELD');
    expect((await recordedIn(record)).map((e) => e.fact.type).slice(-2)).toEqual(['RoleEnded', 'CommandRefused']);
  });
});

describe('administrators race', () => {
  it('to make somebody administrator and counsel: one wins', () =>
    race(
      [keep, give('north', northAdministrator)],
      [
        give('a', { personId: 'per_x' as never, partyId: 'union' as never, role: 'administrator' }),
        give('b', { personId: 'per_x' as never, partyId: 'north' as never, role: 'counsel' }, northAdministrator),
      ],
      (_, codes) => expect(codes.filter(Boolean)).toEqual(['DIRECTORY_ADMINISTRATOR_DECIDES_NOTHING']),
    ));

  it('to give one role twice: one wins', () =>
    race([keep], [give('a', planner), give('b', planner)], (_, codes) =>
      expect(codes.filter(Boolean)).toEqual(['DIRECTORY_ROLE_ALREADY_GIVEN']),
    ));

  it('to end each other: one at least stays', () =>
    race(
      [keep, give('other', { ...keeper, personId: 'per_other' as never })],
      [
        end('a', keeper, { ...keeper, personId: 'per_other' as never }),
        end('b', { ...keeper, personId: 'per_other' as never }, keeper),
      ],
      (events, codes) => {
        expect(events.filter((e) => e.fact.type === 'RoleEnded')).toHaveLength(1);
        expect(codes.filter(Boolean)).toEqual(['DIRECTORY_ROLE_NOT_HELD']);
      },
    ));

  it('to move two organisations into each other: no circle comes of it', () =>
    race(
      [keep, note('hill', 'north.hill', 'north', 'north'), note('dale', 'north.dale', 'north', 'north')],
      [move('a', 'north.hill', 'north.dale'), move('b', 'north.dale', 'north.hill')],
      async (_, codes, record) => {
        expect(codes.filter(Boolean)).toEqual(['DIRECTORY_CIRCLE']);
        const all = readOrganisations(await record.view(organisationsView), toyTerms.parties);
        const within = new Map(all.map((o) => [o.partyId as string, o.withinId]));
        expect([within.get('north.hill'), within.get('north.dale')].sort()).toContain('north');
      },
    ));
});

it('who holds what is read from the view that is kept with the events, and rebuilt from them alike', async () => {
  const record = openMemoryRecord();
  const lawyer = { ...official('north'), role: 'counsel' as const };
  // Given while everybody was believed: it shows until the directory is kept, and then no more.
  await giveAll(record, [give('early', lawyer, { ...keeper, personId: 'per_anybody' as never })]);
  const shown = async (keeperId?: string) =>
    readRoles(await record.view(rolesView), keeperId as PartyId | undefined, '2025-05-10' as Day).map(
      (r) => `${r.personId} ${r.role} ${r.partyId} ${r.held}`,
    );
  expect(await shown()).toEqual(['per_north counsel north true']);
  await giveAll(record, [
    keep,
    give('planner', planner),
    give('late', { ...planner, personId: 'per_late' as never }, keeper, { fromOn: '2026-01-01' }),
  ]);
  expect((await shown('union')).sort()).toEqual([
    'per_keeper administrator union true',
    'per_late requestingPlanner union.asker false',
    'per_planner requestingPlanner union.asker true',
  ]);
});
