import {
  type Day,
  dayOf,
  type Instant,
  type PersonId,
  type Recorded,
  type Role,
  roles,
  rolesStream,
} from '@muster/terms';
import { actor, given, type past } from '@muster/terms/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeOrganisation } from './close-organisation.ts';
import { endRole } from './end-role.ts';
import type { RoleFact } from './events.ts';
import { giveRole } from './give-role.ts';
import { keepDirectory } from './keep-directory.ts';
import { notHolding } from './may-act.ts';
import { moveOrganisation } from './move-organisation.ts';
import { noteOrganisation } from './note-organisation.ts';
import { setSetting } from './set-setting.ts';
import { closed, kept, noted, roleEnded, roleGiven, toyParties } from './testing.ts';

const at = '2025-05-09T12:00:00Z';
const flow = actor('muster', 'flow', 'per_flow');
const admin = actor('union.aid', 'administrator');
const north = actor('north', 'administrator', 'per_north-admin');
const toyTools = toyParties;
type History = ReturnType<typeof past>[];
const codeOf = async (deciding: Promise<{ refusal?: { code: string } | undefined }>) => (await deciding).refusal?.code;

describe('KeepDirectory', () => {
  const first = { keeperId: 'union.aid', administratorId: 'per_first' };
  it('begins the directory and names the first administrator in one step', async () => {
    const { facts, alongside } = await given().when(keepDirectory, flow, at, first, toyTools);
    expect(facts.map((f) => f.data)).toEqual([
      {
        personId: 'per_first',
        partyId: 'union.aid',
        role: 'administrator',
        fromOn: '2025-05-09',
        keeperId: 'union.aid',
      },
    ]);
    expect(alongside).toEqual([{ stream: 'directory', facts: [{ type: 'DirectoryKept', version: 1, data: first }] }]);
  });
  it('names another one for a keeper that has lost all, and nobody twice', async () => {
    const again = { ...first, administratorId: 'per_second' };
    expect((await given(kept()).when(keepDirectory, flow, at, again, toyTools)).facts).toHaveLength(1);
    const standing = [kept(), roleGiven('per_first', 'union.aid', 'administrator')];
    expect(await codeOf(given(...standing).when(keepDirectory, flow, at, first, toyTools))).toBe(
      'DIRECTORY_ROLE_ALREADY_GIVEN',
    );
  });
  it('is of one keeper, which somebody knows and which is open', async () => {
    const other = { ...first, keeperId: 'north' };
    expect(await codeOf(given(kept()).when(keepDirectory, flow, at, other, toyTools))).toBe('DIRECTORY_KEPT_BY_OTHER');
    const nowhere = { ...first, keeperId: 'nowhere' };
    expect(await codeOf(given().when(keepDirectory, flow, at, nowhere, toyTools))).toBe(
      'DIRECTORY_ORGANISATION_UNKNOWN',
    );
  });
  it('names nobody who has a say in decisions', async () => {
    const counsel = [kept(), roleGiven('per_first', 'north', 'counsel')];
    expect(await codeOf(given(...counsel).when(keepDirectory, flow, at, first, toyTools))).toBe(
      'DIRECTORY_ADMINISTRATOR_DECIDES_NOTHING',
    );
  });
});

describe('an organisation', () => {
  const county = { partyId: 'north.hill', name: 'Hill County', withinId: 'north', sovereignId: 'north' };
  const note = (over: object, by = north, history: History = [kept()]) =>
    given(...history).when(noteOrganisation, by, at, { ...county, ...over }, toyTools);
  it('is noted within one that is known, with its sovereign', async () => {
    expect((await note({})).facts[0]?.data).toEqual(county);
    expect((await note({ sovereignId: 'north.hill' })).facts).toHaveLength(1);
    expect((await note({}, admin)).facts).toHaveLength(1);
  });
  it.each<[string, object, typeof north, History, string]>([
    ['by those of others', {}, actor('union', 'administrator'), [kept()], 'DIRECTORY_NOT_YOURS'],
    ['part of none, by others than the keeper', { withinId: undefined }, north, [kept()], 'DIRECTORY_NOT_YOURS'],
    ['twice', {}, north, [kept(), noted('north.hill', 'north', 'north')], 'DIRECTORY_ORGANISATION_EXISTS'],
    ['within nothing', { withinId: 'nowhere' }, admin, [kept()], 'DIRECTORY_ORGANISATION_UNKNOWN'],
    ['within a closed one', {}, admin, [kept(), closed('north')], 'DIRECTORY_ORGANISATION_CLOSED'],
    ['of another sovereign', { sovereignId: 'union' }, north, [kept()], 'DIRECTORY_SOVEREIGN_WRONG'],
    [
      'of another sovereign than the law says',
      { partyId: 'union.asker', withinId: 'north', sovereignId: 'north' },
      admin,
      [kept()],
      'DIRECTORY_SOVEREIGN_WRONG',
    ],
    ['within itself', { partyId: 'north', sovereignId: 'north' }, north, [kept()], 'DIRECTORY_CIRCLE'],
    ['before the directory is kept', {}, north, [], 'DIRECTORY_NOT_KEPT'],
  ])('is not noted %s', async (_, over, by, history, code) => {
    const data = { ...county, ...over };
    if (data.withinId === undefined) Reflect.deleteProperty(data, 'withinId');
    expect(await codeOf(given(...history).when(noteOrganisation, by, at, data, toyTools))).toBe(code);
  });
  it('is noted again once it was closed', async () => {
    const { facts } = await note({}, north, [kept(), noted('north.hill', 'north', 'north'), closed('north.hill')]);
    expect(facts).toHaveLength(1);
  });

  const towns = [kept(), noted('north.hill', 'north', 'north'), noted('north.dale', 'north.hill', 'north')];
  const move = (partyId: string, withinId: string, by = north) =>
    given(...towns).when(moveOrganisation, by, at, { partyId, withinId, reason: 'merged' }, toyTools);
  it('is moved within its sovereign, and never into a part of itself', async () => {
    expect((await move('north.dale', 'north')).facts).toHaveLength(1);
    expect(await codeOf(move('north.hill', 'north.dale'))).toBe('DIRECTORY_CIRCLE');
    expect(await codeOf(move('north.hill', 'north.hill'))).toBe('DIRECTORY_CIRCLE');
    expect(await codeOf(move('north.dale', 'union', admin))).toBe('DIRECTORY_SOVEREIGN_WRONG');
    expect(await codeOf(move('north.dale', 'union'))).toBe('DIRECTORY_NOT_YOURS');
  });
  it('is closed once, by its own or those above it; the keeper never', async () => {
    const close = (partyId: string, by = north) =>
      given(...towns, closed('north.hill')).when(closeOrganisation, by, at, { partyId, reason: 'gone' }, toyTools);
    expect((await close('north.dale')).facts).toHaveLength(1);
    expect(await codeOf(close('north.hill'))).toBe('DIRECTORY_ORGANISATION_CLOSED');
    expect(await codeOf(close('union.aid', admin))).toBe('DIRECTORY_KEEPER_STAYS');
    expect(await codeOf(close('union'))).toBe('DIRECTORY_NOT_YOURS');
  });
});

describe('a role', () => {
  const counsel = { personId: 'per_new', partyId: 'north', role: 'counsel' };
  const give = (over: object = {}, by = north, history: History = [kept()]) =>
    given(...history).when(giveRole, by, at, { ...counsel, ...over }, toyTools);
  it('is given from today until it is ended, or between two days', async () => {
    expect((await give()).facts[0]?.data).toEqual({ ...counsel, fromOn: '2025-05-09', keeperId: 'union.aid' });
    const days = { fromOn: '2025-06-01', toOn: '2025-07-01' };
    expect((await give(days)).facts[0]?.data).toMatchObject(days);
  });
  it('is given to nobody by themselves, whatever it is', async () => {
    for (const role of roles.filter((r) => r !== 'flow')) {
      expect(await codeOf(give({ personId: north.personId, role }))).toBe('DIRECTORY_SAME_PERSON');
    }
  });
  it.each<[string, object, typeof north, History, string]>([
    ['at an organisation that nobody knows', { partyId: 'nowhere' }, admin, [kept()], 'DIRECTORY_ORGANISATION_UNKNOWN'],
    ['at a closed one', {}, north, [kept(), closed('north')], 'DIRECTORY_ORGANISATION_CLOSED'],
    ['by administrators of others', {}, actor('union', 'administrator'), [kept()], 'DIRECTORY_NOT_YOURS'],
    ['by the keeper at another sovereign', {}, admin, [kept()], 'DIRECTORY_OTHER_SOVEREIGN'],
    ['that is over', { fromOn: '2025-04-01', toOn: '2025-05-09' }, north, [kept()], 'DIRECTORY_PERIOD_OVER'],
    [
      'that ends before it begins',
      { fromOn: '2025-07-01', toOn: '2025-06-01' },
      north,
      [kept()],
      'DIRECTORY_PERIOD_OVER',
    ],
    ['twice', {}, north, [kept(), roleGiven('per_new', 'north', 'counsel')], 'DIRECTORY_ROLE_ALREADY_GIVEN'],
    [
      'to an administrator, even of another organisation',
      {},
      north,
      [kept(), roleGiven('per_new', 'union', 'administrator')],
      'DIRECTORY_ADMINISTRATOR_DECIDES_NOTHING',
    ],
    [
      'of an administrator to somebody with a say',
      { role: 'administrator' },
      north,
      [kept(), roleGiven('per_new', 'union', 'auditor')],
      'DIRECTORY_ADMINISTRATOR_DECIDES_NOTHING',
    ],
  ])('is not given %s', async (_, over, by, history, code) => {
    expect(await codeOf(give(over, by, history))).toBe(code);
  });
  it('at another sovereign the keeper names administrators, and they give the rest', async () => {
    expect((await give({ role: 'administrator' }, admin)).facts).toHaveLength(1);
    expect((await give({ partyId: 'union.asker' }, admin)).facts).toHaveLength(1);
  });
  it('may be held again once it was ended or is over', async () => {
    const over = roleGiven('per_new', 'north', 'counsel', { toOn: '2025-05-09' });
    expect((await give({}, north, [kept(), over])).facts).toHaveLength(1);
    const ended = [roleGiven('per_new', 'north', 'counsel'), roleEnded('per_new', 'north', 'counsel')];
    expect((await give({}, north, [kept(), ...ended])).facts).toHaveLength(1);
  });
  it('is ended by its organisation or the keeper, while it stands', async () => {
    const end = (by: typeof north, history: History, over: object = {}) =>
      given(kept(), ...history).when(endRole, by, at, { ...counsel, reason: 'moved on', ...over }, toyTools);
    const standing = [roleGiven('per_new', 'north', 'counsel')];
    expect((await end(north, standing)).facts).toHaveLength(1);
    expect((await end(admin, standing)).facts).toHaveLength(1);
    expect((await end(north, [roleGiven('per_new', 'north', 'counsel', { fromOn: '2026-01-01' })])).facts).toHaveLength(
      1,
    );
    expect(await codeOf(end(actor('union', 'administrator'), standing))).toBe('DIRECTORY_NOT_YOURS');
    expect(await codeOf(end(north, []))).toBe('DIRECTORY_ROLE_NOT_GIVEN');
    const own = { personId: admin.personId, partyId: 'union.aid', role: 'administrator' };
    const keeper = [roleGiven(admin.personId, 'union.aid', 'administrator')];
    expect(await codeOf(end(admin, keeper, own))).toBe('DIRECTORY_SAME_PERSON');
  });
});

describe('a setting', () => {
  const set = (value: unknown, by = admin, history: History = [kept()]) =>
    given(...history).when(setSetting, by, at, { name: 'freshLoginMinutes', value }, undefined);
  it('is set by the keeper alone, within what security allows', async () => {
    expect((await set(5)).facts[0]?.data).toEqual({ name: 'freshLoginMinutes', value: 5 });
    expect(await codeOf(set(5, north))).toBe('DIRECTORY_NOT_YOURS');
    expect(await codeOf(set(15))).toBe('DIRECTORY_SETTING_ALREADY_SET');
    expect(await codeOf(set(5, admin, []))).toBe('DIRECTORY_NOT_KEPT');
    await expect(set(16)).rejects.toThrow();
  });
});

/** Reads a history as the record would show it. */
const reading =
  (...history: History) =>
  async (stream: string) =>
    history.filter((p) => p.stream === stream).map((p) => ({ ...p, at }) as unknown as Recorded);
const acting = (by: ReturnType<typeof actor>, on = at) => ({ by, at: on as Instant, name: 'GiveOpinion' });
const refusedTo = async (by: ReturnType<typeof actor>, history: History, on = at) =>
  (await notHolding(reading(...history), acting(by, on)))?.code;

describe('whoever gives a command', () => {
  const lawyer = actor('north', 'counsel', 'per_lawyer');
  it('is believed until the directory is kept, and then must hold that role at that party', async () => {
    expect(await refusedTo(lawyer, [])).toBeUndefined();
    expect(await refusedTo(lawyer, [kept()])).toBe('DIRECTORY_ROLE_NOT_HELD');
    expect(await refusedTo(lawyer, [kept(), roleGiven('per_lawyer', 'north', 'counsel')])).toBeUndefined();
    expect(await refusedTo(lawyer, [kept(), roleGiven('per_lawyer', 'union', 'counsel')])).toBe(
      'DIRECTORY_ROLE_NOT_HELD',
    );
    expect(await refusedTo(lawyer, [kept(), roleGiven('per_lawyer', 'north', 'auditor')])).toBe(
      'DIRECTORY_ROLE_NOT_HELD',
    );
    expect(await refusedTo(lawyer, [kept(), roleGiven('per_other', 'north', 'counsel')])).toBe(
      'DIRECTORY_ROLE_NOT_HELD',
    );
  });
  it('has nothing of roles that were given while everybody was believed', async () => {
    const before = roleGiven('per_lawyer', 'north', 'counsel', { keeperId: undefined });
    expect(await refusedTo(lawyer, [before, kept()])).toBe('DIRECTORY_ROLE_NOT_HELD');
  });
  it('does nothing for an organisation that is closed, until it is noted again', async () => {
    const held = [kept(), roleGiven('per_lawyer', 'north', 'counsel')];
    expect(await refusedTo(lawyer, [...held, closed('north')])).toBe('DIRECTORY_ORGANISATION_CLOSED');
    expect(await refusedTo(lawyer, [...held, closed('north'), noted('north', undefined, 'north')])).toBeUndefined();
  });
  it('is Muster itself only under its own name', async () => {
    expect(await refusedTo(flow, [kept()])).toBeUndefined();
    expect(await refusedTo({ ...flow, personId: 'per_lawyer' as PersonId }, [kept()])).toBe('DIRECTORY_ROLE_NOT_HELD');
  });

  const someDay = fc.integer({ min: 1, max: 28 }).map((n) => `2025-05-${String(n).padStart(2, '0')}`);
  const someRole = fc.constantFrom<Role>('counsel', 'auditor');
  const someParty = fc.constantFrom('north', 'union');
  const fact = fc.oneof(
    fc.record({
      type: fc.constant('RoleGiven'),
      partyId: someParty,
      role: someRole,
      fromOn: someDay,
      toOn: fc.option(someDay),
    }),
    fc.record({ type: fc.constant('RoleEnded'), partyId: someParty, role: someRole }),
  );
  it('may act exactly where the last giving of that role since it was last ended covers the day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fact, { maxLength: 8 }), someDay, async (facts, day) => {
        const history = facts.map((f) =>
          f.type === 'RoleEnded'
            ? roleEnded('per_lawyer', f.partyId, f.role)
            : roleGiven('per_lawyer', f.partyId, f.role, {
                fromOn: 'fromOn' in f ? f.fromOn : '',
                ...('toOn' in f && f.toOn ? { toOn: f.toOn } : {}),
              }),
        );
        const lastEnd = facts.findLastIndex(
          (f) => f.type === 'RoleEnded' && f.partyId === 'north' && f.role === 'counsel',
        );
        const covers = facts
          .slice(lastEnd + 1)
          .some(
            (f) =>
              'fromOn' in f &&
              f.partyId === 'north' &&
              f.role === 'counsel' &&
              f.fromOn <= day &&
              (!f.toOn || day < f.toOn),
          );
        const code = await refusedTo(lawyer, [kept(), ...history], `${day}T23:59:59Z`);
        expect(code).toBe(covers ? undefined : 'DIRECTORY_ROLE_NOT_HELD');
      }),
    );
  });

  it('never comes to hold administrator and another role on one day, whatever is given and ended', async () => {
    const giving = fc.record({
      role: fc.constantFrom<Role>('administrator', 'counsel', 'consentingOfficial'),
      partyId: someParty,
      fromOn: someDay,
      toOn: fc.option(someDay, { nil: undefined }),
      ends: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(giving, { maxLength: 12 }), async (givings) => {
        const by = actor('union', 'administrator', 'per_giver');
        const history: RoleFact[] = [];
        for (const { ends, fromOn, toOn, ...role } of givings) {
          const past = history.map((f) => ({ stream: rolesStream('per_x' as PersonId), fact: f }));
          const days = toOn === undefined ? { fromOn } : { fromOn, toOn };
          const { facts } = ends
            ? await given(kept('union'), ...past).when(
                endRole,
                by,
                at,
                { ...role, personId: 'per_x', reason: 'over' },
                toyTools,
              )
            : await given(kept('union'), ...past).when(
                giveRole,
                by,
                at,
                { ...role, personId: 'per_x', ...days },
                toyTools,
              );
          history.push(...facts);
          for (let day = 1; day <= 28; day++) {
            const on = dayOf(`2025-05-${String(day).padStart(2, '0')}T00:00:00Z` as Instant);
            expect(mixed(history, on)).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Whether somebody holds administrator and another role on a day, by a count of their own facts. */
function mixed(history: readonly RoleFact[], on: Day): boolean {
  const held = history.flatMap((f, i) => {
    if (f.type !== 'RoleGiven' || f.data.fromOn > on || (f.data.toOn !== undefined && f.data.toOn <= on)) return [];
    const later = history.slice(i + 1);
    const ended = later.some(
      (l) => l.type === 'RoleEnded' && l.data.role === f.data.role && l.data.partyId === f.data.partyId,
    );
    return ended ? [] : [f.data.role];
  });
  return held.includes('administrator') && held.some((r) => r !== 'administrator');
}
