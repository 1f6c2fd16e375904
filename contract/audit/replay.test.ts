import { type AnsweredCommand, openReplay, type ReplayReport } from '@muster/audit';
import type { LawTaken } from '@muster/decision/events';
import { requestId, toyLaw } from '@muster/decision/testing';
import { catalogue, type GivenCommand } from '@muster/flow';
import { canonicalJson, type Recorded } from '@muster/terms';
import { actor } from '@muster/terms/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { command, derive, draft, giveAll, grant, official, submit } from '../flow/toy-flow.ts';
import { heardRecord } from './heard-record.ts';
import { type LivedStory, livedStory } from './lived-story.ts';

/** Decides all of it again, by the law of the toy country. */
async function replayed(
  commands: readonly AnsweredCommand[],
  silent: readonly AnsweredCommand[] = [],
  tools: Partial<Parameters<typeof openReplay>[0]> = {},
): Promise<ReplayReport> {
  const replay = openReplay({ readLaw: () => toyLaw, lawBefore: toyLaw, ...tools });
  for (const one of commands) await replay.next(one);
  for (const one of silent) await replay.silent(one);
  return replay.report();
}

const kinds = (report: ReplayReport) => report.findings.map((f) => `${f.kind} ${f.type ?? f.commandId}`);

let story: LivedStory;
let commands: AnsweredCommand[];
beforeAll(async () => {
  story = await livedStory();
  commands = story.commands;
}, 60_000);

const indexOf = (type: string, nth = 0) =>
  commands.flatMap((c, i) => (c.events.some((e) => typeOf(e) === type) ? [i] : []))[nth] ?? -1;
const typeOf = (text: string) => (JSON.parse(text) as Recorded).fact.type;
const replaceAt = (i: number, by: (c: AnsweredCommand) => Partial<AnsweredCommand>) =>
  commands.map((c, n) => (n === i ? { ...c, ...by(c) } : c));
const edited = (
  text: string,
  edit: (event: { fact: { data: Record<string, unknown> } } & Record<string, unknown>) => void,
) => {
  const event = JSON.parse(text);
  edit(event);
  return canonicalJson(event);
};

describe('a record that was kept by the rules', () => {
  it('comes out the same, byte for byte, whatever happened in it', async () => {
    const report = await replayed(commands, story.silent);
    expect(report.findings).toEqual([]);
    expect(report.notes).toEqual([]);
    expect(report.events).toBe(commands.flatMap((c) => c.events).length);
    const types = new Set(commands.flatMap((c) => c.events.map(typeOf)));
    for (const type of ['CommandRefused', 'PlanBroken', 'PlanRevised', 'PlanReleased', 'PeopleReleased']) {
      expect(types, type).toContain(type);
    }
    expect(story.silent.length).toBeGreaterThan(0);
  });

  it('holds also where what should follow is not carried out yet, which is told', async () => {
    const [asked] = [indexOf('ConsentAsked')];
    const report = await replayed(commands.slice(0, asked));
    expect(report.findings).toEqual([]);
    // That of the opinion left no event, and is told of among those that did not.
    expect(report.notes.map((n) => n.kind)).toEqual(Array(5).fill('awaited'));
  });

  it('holds where a refusal is in other words by now, which is told', async () => {
    const i = indexOf('CommandRefused');
    const older = replaceAt(i, (c) => ({
      events: c.events.map((text) =>
        edited(text, (e) => Object.assign(e.fact.data.refusal as object, { why: 'It was said otherwise then.' })),
      ),
    }));
    const report = await replayed(older, story.silent);
    expect(report.findings).toEqual([]);
    expect(report.notes.map((n) => n.kind)).toEqual(['otherWords']);
  });
});

describe('an event that the rules would have refused, in a record that is whole otherwise', () => {
  /** What a clerk with all keys could write: the command, its event and its answer, all fitting. */
  const planted = (
    given: GivenCommand,
    facts: readonly object[],
    stream: string,
    position: number,
  ): AnsweredCommand => {
    const { commandId, name, at, by, data } = given;
    const events = facts.map((fact, i) => canonicalJson({ at, by, commandId, fact, position: position + i, stream }));
    const answer = JSON.stringify({
      outcome: 'recorded',
      commandId,
      stream,
      facts: facts.map((fact, i) => ({ type: (fact as Recorded['fact']).type, position: position + i })),
    });
    return { commandId, body: canonicalJson({ name, by, data }), answer, events, firstLeaf: 900 };
  };
  const granted = (by: GivenCommand['by'], at: string, id = 'planted') => {
    const given = { ...grant(id, 'north', 'lender', 4), by, at: at as never };
    return { given, fact: { type: 'ConsentGranted', version: 1, data: given.data as object } };
  };
  const untilAsked = () => commands.slice(0, indexOf('ConsentGranted'));

  it('is found where somebody else consents in a sovereign’s name', async () => {
    const { given, fact } = granted(official('south'), '2025-05-10T12:00:00Z');
    const report = await replayed([...untilAsked(), planted(given, [fact], `consent/${requestId}/lender/north`, 2)]);
    expect(report.findings).toMatchObject([
      { kind: 'refused', leaf: 900, type: 'ConsentGranted', position: 2, refusal: { code: 'CONSENT_NOT_YOURS' } },
    ]);
    expect(report.findings[0]?.words).toMatch(/^Leaf 900 \(ConsentGranted, position 2 of consent\/.*CONSENT_NOT_YOURS/);
  });

  it('is found where a consent comes after its last day', async () => {
    const { given, fact } = granted(official('north'), '2025-06-10T12:00:00Z');
    const report = await replayed([...untilAsked(), planted(given, [fact], `consent/${requestId}/lender/north`, 2)]);
    expect(report.findings).toMatchObject([{ kind: 'refused', refusal: { code: 'CONSENT_TOO_LATE' } }]);
  });

  it('is found where a role gives what it may not', async () => {
    const { given, fact } = granted(actor('north', 'financeOfficer', 'per_north'), '2025-05-10T12:00:00Z');
    const report = await replayed([...untilAsked(), planted(given, [fact], `consent/${requestId}/lender/north`, 2)]);
    expect(report.findings).toMatchObject([{ kind: 'refused', refusal: { code: 'COMMAND_ROLE_NOT_ALLOWED' } }]);
  });

  it('is found where the flow gives what follows from nothing', async () => {
    const flow = { personId: 'per_flow' as never, partyId: 'south' as never, role: 'flow' as const };
    const i = indexOf('PlanCommitted');
    const given = command('leave.f9.1', flow, 'BreakPlan', { because: { partyId: 'south', capacity: 'lender' } });
    const fact = { type: 'PlanBroken', version: 1, data: {} };
    const report = await replayed([...commands.slice(0, i + 1), planted(given, [fact], `plan/${requestId}`, 3)]);
    expect(kinds(report)).toEqual(['followsNothing PlanBroken']);
  });

  it('is found where what follows is not what followed', async () => {
    const i = indexOf('ConsentAsked');
    const body = (text: string | undefined) => (text ?? '').replace('"people":', '"people":1');
    const report = await replayed(replaceAt(i, (c) => ({ body: body(c.body) })).slice(0, i + 1));
    expect(kinds(report)).toEqual(['followsNothing ConsentAsked']);
  });

  it('is found where one more person than asked is consented to: the figure, in the event and in its command', async () => {
    const i = indexOf('ConsentGranted');
    const report = await replayed(
      replaceAt(i, (c) => ({
        events: c.events.map((text) => edited(text, (e) => Object.assign(e.fact.data, { people: 500 }))),
        body: c.body?.replace('"people":10', '"people":500'),
      })).slice(0, i + 1),
    );
    expect(report.findings).toMatchObject([{ kind: 'refused', refusal: { code: 'CONSENT_MORE_THAN_ASKED' } }]);
  });

  it('is found where a plan that was checked is not the plan recorded', async () => {
    const i = indexOf('PlanProposed');
    const better = replaceAt(i, (c) => ({
      events: c.events.map((text) => edited(text, (e) => Object.assign(e.fact.data, { costCents: 1 }))),
    }));
    const report = await replayed(better.slice(0, i + 1));
    expect(report.findings).toMatchObject([{ kind: 'differs', type: 'PlanProposed' }]);
    expect(report.findings[0]?.words).toContain('"fact.data.costCents" is 1, and by the rules ');
  });

  it('is found where a plan was planted whose sums are wrong, in its command too', async () => {
    const i = indexOf('PlanProposed');
    const report = await replayed(
      replaceAt(i, (c) => ({
        events: c.events.map((text) => edited(text, (e) => Object.assign(e.fact.data, { costCents: 1 }))),
        body: canonicalJson({
          ...JSON.parse(c.body ?? ''),
          data: { ...JSON.parse(c.body ?? '').data, costCents: 1 },
        }),
      })).slice(0, i + 1),
    );
    expect(report.findings).toMatchObject([{ kind: 'refused', refusal: { code: 'PLAN_FIGURES_WRONG' } }]);
  });

  it('is found where people were committed beside the plan', async () => {
    const i = indexOf('PlanCommitted');
    const lenders = commands[i]?.events.length ?? 0;
    const report = await replayed(replaceAt(i, (c) => ({ events: c.events.slice(0, -1) })).slice(0, i + 1));
    expect(lenders).toBeGreaterThan(1);
    expect(kinds(report)).toEqual(['lacking PeopleCommitted']);
  });

  it('is found where somebody is told to have been refused what is allowed', async () => {
    const i = indexOf('ConsentGranted');
    const given = { ...grant('grant-north', 'north', 'lender') };
    const refusal = { refused: true, code: 'CONSENT_TOO_LATE', asked: 'a', why: 'b', allowed: 'c' };
    const fact = { type: 'CommandRefused', version: 1, data: { name: given.name, refusal, requestId } };
    const report = await replayed([...commands.slice(0, i), planted(given, [fact], 'refusal/north', 2)]);
    expect(kinds(report)).toEqual(['allowed CommandRefused']);
  });

  it('is found where an event is left out on which others rest', async () => {
    for (const type of ['RequestSubmitted', 'OpinionGiven', 'ConsentGranted', 'PoolsOffered']) {
      const i = indexOf(type);
      const report = await replayed([...commands.slice(0, i), ...commands.slice(i + 1)], story.silent);
      expect(report.findings.length, type).toBeGreaterThan(0);
    }
  });

  it('is found where a withdrawal is put behind what it would have stopped', async () => {
    const withdrawn = indexOf('ConsentWithdrawn');
    const broken = indexOf('PlanBroken');
    const revised = indexOf('PlanRevised');
    const put = [
      ...commands.slice(0, withdrawn),
      ...commands.slice(broken + 1, revised + 1),
      ...commands.slice(withdrawn, broken + 1),
    ];
    expect((await replayed(put)).findings.length).toBeGreaterThan(0);
  });

  it('is found where a command stands twice, has lost its body, or is kept with another answer', async () => {
    const i = indexOf('OpinionGiven');
    const upTo = commands.slice(0, i + 1);
    const twice = await replayed([...upTo, { ...(commands[i] as AnsweredCommand), firstLeaf: 90 }]);
    expect(kinds(twice)).toEqual(['commandTwice OpinionGiven']);
    const lost = await replayed(replaceAt(i, () => ({ body: undefined })).slice(0, i + 1));
    expect(kinds(lost)).toEqual(['commandLost OpinionGiven']);
    const other = await replayed(replaceAt(i, () => ({ answer: '{"outcome":"recorded"}' })).slice(0, i + 1));
    expect(kinds(other)).toEqual(['answer cmd_opine']);
  });

  it('is found where the text is no event, or not in canonical form', async () => {
    const i = indexOf('OpinionGiven');
    const garbled = await replayed(replaceAt(i, () => ({ events: ['{"at":'] })).slice(0, i + 1));
    expect(kinds(garbled)).toEqual(['unreadable cmd_opine']);
    const newer = replaceAt(i, (c) => ({
      events: c.events.map((text) => text.replace('"version":1}', '"version":9}')),
    }));
    const unknown = await replayed(newer.slice(0, i + 1));
    expect(kinds(unknown)).toEqual(['unreadable cmd_opine']);
    expect(unknown.findings[0]?.words).toContain(
      'is an event "OpinionGiven" of version 9, which this Muster does not know',
    );
    const spaced = replaceAt(i, (c) => ({ events: c.events.map((text) => text.replace('{', '{ ')) }));
    expect(kinds(await replayed(spaced.slice(0, i + 1)))).toEqual(['differs OpinionGiven']);
  });

  it('is found where the answer to a command without events is another, or hides events', async () => {
    const silent = story.silent;
    const said = (answer: object) => silent.map((c, i) => (i === 0 ? { ...c, answer: JSON.stringify(answer) } : c));
    const other = await replayed(commands, said({ outcome: 'refused', code: 'PLAN_EXISTS' }));
    expect(kinds(other)).toEqual([`answer ${silent[0]?.commandId}`]);
    const hidden = { ...(commands[0] as AnsweredCommand), commandId: 'cmd_hidden' as never, events: [] };
    expect(kinds(await replayed(commands, [...silent, hidden]))).toEqual(['lacking cmd_hidden']);
  });
});

describe('the law by which a decision was made', () => {
  /** A record whose law a program of that name took into use, and a request after it: four commands, four events. */
  async function lawfully(): Promise<AnsweredCommand[]> {
    const data: LawTaken['data'] = {
      pack: 'toy 1',
      files: [{ path: 'pack.yaml', text: 'id: toy' }],
      program: 'muster 9',
    };
    const heard = heardRecord();
    const flow = { personId: 'per_flow' as never, partyId: 'muster' as never, role: 'flow' as const };
    const at = '2025-05-01T00:00:00Z' as never;
    const take: GivenCommand = { commandId: 'cmd_law.1' as never, name: 'TakeLaw', at, by: flow, data };
    await giveAll(heard.record, [take, draft('draft'), submit('submit'), derive('derive')]);
    return heard.commands();
  }
  const last = (all: readonly AnsweredCommand[], change: (text: string) => string): AnsweredCommand[] =>
    all.map((c, i) => (i === all.length - 1 ? { ...c, events: c.events.map(change) } : c));
  const undecided = (report: ReplayReport) => report.undecided.map((u) => `${u.kind} ${u.type} ${u.events}`);

  it('is the one taken into use before it; where there is none, that is said, counted, and named neither right nor wrong', async () => {
    const report = await replayed(commands, story.silent, { lawBefore: undefined });
    expect(report.findings).toEqual([]);
    expect(new Set(report.undecided.map((u) => u.kind))).toEqual(new Set(['lawUnknown']));
    expect(report.undecided[0]?.words).toContain('no law had been taken into use by then');
    const left = report.undecided.reduce((sum, one) => sum + one.events, 0);
    const asked = commands.filter((c) => report.undecided.some((u) => u.commandId === c.commandId));
    expect(left).toBe(asked.flatMap((c) => c.events).length);
    expect(left).toBeGreaterThan(0);
  });

  it('is said to be missing where this program cannot read it, and what it decided is set aside', async () => {
    const readLaw = () => 'the law pack toy 1 cannot be read';
    for (const program of [undefined, 'muster 8']) {
      const report = await replayed(await lawfully(), [], { readLaw, program });
      expect(report.findings).toEqual([]);
      expect(undecided(report)).toEqual(['lawUnknown RequestSubmitted 1', 'lawUnknown AuthorityDerived 1']);
      expect(report.undecided[0]?.words).toContain('the law pack toy 1 cannot be read');
    }
  });

  it('is a fault where it cannot be read by the very program that is said to have decided by it', async () => {
    const readLaw = () => 'the law pack toy 1 cannot be read';
    const report = await replayed(await lawfully(), [], { readLaw, program: 'muster 9' });
    expect(kinds(report)).toEqual(['lawUnknown RequestSubmitted', 'lawUnknown AuthorityDerived']);
    expect(report.undecided).toEqual([]);
  });

  it('leaves undecided what another version of Muster decided otherwise; what this very one should have is wrong', async () => {
    const other = last(await lawfully(), (text) => edited(text, (e) => Object.assign(e.fact.data, { other: 1 })));
    const wrong = await replayed(other, [], { program: 'muster 9' });
    expect(kinds(wrong)).toEqual(['differs AuthorityDerived']);
    expect(wrong.undecided).toEqual([]);
    const report = await replayed(other, [], { program: 'muster 8' });
    expect(report.findings).toEqual([]);
    expect(undecided(report)).toEqual(['otherProgram AuthorityDerived 1']);
    expect(report.undecided[0]?.words).toMatch(
      /by the rules .* But by the record muster 9 decided it, and this is muster 8: /,
    );
    // What comes out the same is the same, whoever decided it.
    expect(await replayed(await lawfully(), [], { program: 'muster 8' })).toMatchObject({
      findings: [],
      undecided: [],
    });
  });

  it('leaves undecided an event that only a newer Muster knows; one that this very one never wrote is wrong', async () => {
    const newer = last(await lawfully(), (text) => text.replace('"version":1}', '"version":9}'));
    expect(kinds(await replayed(newer, [], { program: 'muster 9' }))).toEqual(['unreadable cmd_derive']);
    const report = await replayed(newer, [], { program: 'muster 8' });
    expect(report.findings).toEqual([]);
    expect(undecided(report)).toEqual(['otherProgram undefined 1']);
    expect(report.undecided[0]?.words).toContain('of version 9, which this Muster does not know');
    // Nor does it say twice who stands for it: the same command again is still found.
    const twice = await replayed([...newer, (await lawfully()).at(-1) as AnsweredCommand], [], { program: 'muster 8' });
    expect(kinds(twice)).toEqual(['commandTwice AuthorityDerived']);
  });
});

it('only the flow may give what the replay takes for following only', () => {
  for (const name of ['AskConsent', 'BreakPlan', 'ReleasePlan'] as const) expect(catalogue[name].who).toEqual(['flow']);
});
