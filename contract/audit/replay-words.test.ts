import { type AnsweredCommand, openReplay } from '@muster/audit';
import type { LawTaken } from '@muster/decision/events';
import { toyLaw } from '@muster/decision/testing';
import type { GivenCommand } from '@muster/flow';
import { canonicalJson, type Recorded } from '@muster/terms';
import { beforeAll, describe, expect, it } from 'vitest';
import { command, derive, draft, giveAll, official, submit } from '../flow/toy-flow.ts';
import { heardRecord } from './heard-record.ts';
import { type LivedStory, livedStory } from './lived-story.ts';

type Tools = Partial<Parameters<typeof openReplay>[0]>;

async function replayed(
  commands: readonly AnsweredCommand[],
  silent: readonly AnsweredCommand[] = [],
  tools: Tools = {},
) {
  const replay = openReplay({ readLaw: () => toyLaw, lawBefore: toyLaw, ...tools });
  for (const one of commands) await replay.next(one);
  for (const one of silent) await replay.silent(one);
  return replay.report();
}
const wordsOf = async (...given: Parameters<typeof replayed>) =>
  (await replayed(...given)).findings.map((f) => f.words);

let story: LivedStory;
beforeAll(async () => {
  story = await livedStory();
}, 60_000);

const typeOf = (text: string) => (JSON.parse(text) as Recorded).fact.type;
const upTo = (type: string) =>
  story.commands.slice(0, story.commands.findIndex((c) => c.events.some((e) => typeOf(e) === type)) + 1);
/** The story up to the command that left such an event, which is changed. */
function changed(type: string, by: (c: AnsweredCommand) => Partial<AnsweredCommand>): AnsweredCommand[] {
  const commands = upTo(type);
  const last = commands.at(-1) as AnsweredCommand;
  return commands.with(-1, { ...last, ...by(last) });
}
const last = (commands: readonly AnsweredCommand[]) => commands.at(-1) as AnsweredCommand;
const nameOf = ({ events, firstLeaf, commandId }: AnsweredCommand) => {
  const { stream, position, fact } = JSON.parse(events[0] as string) as Recorded;
  return `Leaf ${firstLeaf} (${fact.type}, position ${position} of ${stream}, by command ${commandId})`;
};

describe('given a command that cannot be taken for what it says', () => {
  it('when it stands twice, or its body is lost or written otherwise, then its first event is named', async () => {
    const commands = upTo('OpinionGiven');
    const again = { ...last(commands), firstLeaf: 90 };
    expect(await wordsOf([...commands, again])).toEqual([
      `${nameOf(again)} is of a command that was answered before: no command is carried out twice.`,
    ]);
    const lost = `${nameOf(last(commands))} has no command that can be read, so nothing says why it is there.`;
    for (const body of [undefined, '', '{}', `${last(commands).body} `, last(commands).body?.replace('{', '{ ')]) {
      expect(await wordsOf(changed('OpinionGiven', () => ({ body })))).toEqual([lost]);
    }
  });

  it('when it is no event in the first place, then the leaf is named, each by its own number', async () => {
    const event = JSON.parse(last(upTo('PlanCommitted')).events[0] as string);
    const { firstLeaf, events } = last(upTo('PlanCommitted'));
    for (const text of [
      'torn',
      '{}',
      'null',
      JSON.stringify({ ...event, stream: 1 }),
      JSON.stringify({ ...event, position: 0 }),
      JSON.stringify({ ...event, fact: {} }),
      JSON.stringify({ ...event, fact: { type: 'A', version: 1 } }),
      JSON.stringify({ ...event, fact: { type: 'A', version: 'x', data: {} } }),
      JSON.stringify({ ...event, at: 1 }),
      JSON.stringify({ ...event, by: {} }),
      JSON.stringify({ ...event, commandId: 1 }),
    ]) {
      const { findings } = await replayed(changed('PlanCommitted', () => ({ events: events.with(1, text) })));
      expect(findings[0]).toMatchObject({
        kind: 'unreadable',
        leaf: firstLeaf + 1,
        words: `Leaf ${firstLeaf + 1} is not the text of an event, so nothing that rests on it can be decided again.`,
      });
    }
  });

  it('when nobody could give it, then the refusal is said', async () => {
    const given = {
      ...command('planted', official('north'), 'BreakPlan', { because: { partyId: 'south', capacity: 'lender' } }),
    };
    const { commandId, name, by, at, data } = given;
    const fact = { type: 'PlanBroken', version: 1, data: {} };
    const text = canonicalJson({ at, by, commandId, fact, position: 3, stream: 'plan/req_a' });
    const planted = {
      commandId,
      body: canonicalJson({ name, by, data }),
      answer: '{}',
      events: [text],
      firstLeaf: 900,
    };
    const { findings } = await replayed([...upTo('PlanCommitted'), planted]);
    // Whoever is not the flow is refused by role; that it follows from nothing is said of the flow alone.
    expect(findings).toMatchObject([{ kind: 'refused', refusal: { code: 'COMMAND_ROLE_NOT_ALLOWED' } }]);
    expect(findings[0]?.words).toMatch(/^Leaf 900 .*: Command cmd_planted could never have been given: \S/);
  });

  it('when it follows from an event at another moment than it should, then it is another', async () => {
    const later = (text: string) => text.replace('"at":"2025-05-10T12:00:00Z"', '"at":"2025-05-11T12:00:00Z"');
    const commands = changed('ConsentAsked', (c) => ({ events: c.events.map(later) }));
    expect(last(commands).events).not.toEqual(last(upTo('ConsentAsked')).events);
    expect(await wordsOf(commands)).toEqual([
      `${nameOf(last(commands))} is by a command that is another than follows from the event before it.`,
    ]);
  });

  it('when what should follow is not there, then it is told which, and what brings it', async () => {
    const { notes } = await replayed(upTo('ConsentsSought'));
    expect(notes.length).toBeGreaterThan(1);
    for (const [i, { commandId, words }] of notes.entries()) {
      expect(words).toBe(
        `Command ${commandId} (${i === 0 ? 'OvertakePlan' : 'AskConsent'}) should follow and was not carried out yet: sending the command before it again carries it out.`,
      );
    }
  });
});

describe('given a command that left no event', () => {
  const silent = (answer: string | undefined, by: object = official('north'), id = 'cmd_silent') =>
    ({
      commandId: id,
      body: canonicalJson({ name: 'X', by, data: {} }),
      answer,
      events: [],
      firstLeaf: 0,
    }) as unknown as AnsweredCommand;
  const flow = { personId: 'per_flow', partyId: 'north', role: 'flow' };
  const alone = (one: AnsweredCommand) => wordsOf([], [one]);

  it('when its answer cannot be read, then that is said', async () => {
    for (const answer of [undefined, '', 'torn', '{}', '{"outcome":"lost"}', '{"outcome":"refused","code":1}']) {
      expect(await alone(silent(answer))).toEqual(['The answer of command cmd_silent cannot be read.']);
    }
  });

  it('when its answer tells of events, or of a refusal that is always recorded, then they are lacking', async () => {
    const lacking = (outcome: string) => [
      `Command cmd_silent was answered "${outcome}", and the events it should have left are lacking.`,
    ];
    expect(await alone(silent('{"outcome":"recorded","facts":[{}]}'))).toEqual(lacking('recorded'));
    expect(await alone(silent('{"outcome":"recorded","facts":[{}]}', flow))).toEqual(lacking('recorded'));
    expect(await alone(silent('{"outcome":"refused","code":"X"}'))).toEqual(lacking('refused'));
    expect(await alone({ ...silent('{"outcome":"refused","code":"X"}'), body: 'torn' })).toEqual(lacking('refused'));
    expect(await alone(silent('{"outcome":"recorded","facts":[]}'))).toEqual([]);
    expect(await alone(silent('{"outcome":"recorded"}'))).toEqual([]);
    expect(await alone(silent('{"outcome":"refused","code":"X"}', flow))).toEqual([]);
  });

  it('when it should follow and is another, or is answered otherwise, then that is said', async () => {
    const [one] = story.silent as [AnsweredCommand, ...AnsweredCommand[]];
    const { code } = JSON.parse(one.answer as string);
    const { name } = JSON.parse(one.body as string);
    const said = (over: object) => wordsOf(story.commands, [{ ...one, ...over }]);
    expect(await said({})).toEqual([]);
    expect(await said({ body: one.body?.replace('"data":{', '"data":{"more":1,') })).toEqual([
      `Command ${one.commandId} is another than follows from the event before it.`,
    ]);
    const otherwise = (word: string) => [
      `Command ${one.commandId} (${name}) was answered "${word}" and left no event; the rules answer it otherwise.`,
    ];
    expect(await said({ answer: '{"outcome":"refused","code":"PLAN_EXISTS"}' })).toEqual(otherwise('PLAN_EXISTS'));
    expect(await said({ answer: '{"outcome":"recorded"}' })).toEqual(otherwise('recorded'));
    expect(await said({ answer: JSON.stringify({ outcome: 'recorded', code }) })).toEqual(otherwise(code));
  });

  it('when the rules give it an event, then its silence is found, though its answer is the same', async () => {
    const commands = upTo('ConsentAsked');
    const asked = last(commands);
    expect(await wordsOf(commands.slice(0, -1), [{ ...asked, events: [], answer: '{"outcome":"recorded"}' }])).toEqual([
      `Command ${asked.commandId} (AskConsent) was answered "recorded" and left no event; the rules answer it otherwise.`,
    ]);
  });
});

describe('given a record whose law a program took into use', () => {
  const data: LawTaken['data'] = {
    pack: 'toy 1',
    files: [{ path: 'pack.yaml', text: 'id: toy' }],
    program: 'muster 9',
  };
  async function lawfully(): Promise<AnsweredCommand[]> {
    const heard = heardRecord();
    const by = { personId: 'per_flow' as never, partyId: 'muster' as never, role: 'flow' as const };
    const take: GivenCommand = {
      commandId: 'cmd_law.1' as never,
      name: 'TakeLaw',
      at: '2025-05-01T00:00:00Z' as never,
      by,
      data,
    };
    await giveAll(heard.record, [take, draft('draft'), submit('submit'), derive('derive')]);
    return heard.commands();
  }

  it('when deciding by it fails, then the decision was not made again, and why is said', async () => {
    const verdict = () => {
      throw new Error('The law broke.');
    };
    const { findings } = await replayed(await lawfully(), [], { readLaw: () => ({ ...toyLaw, verdict }) });
    expect(findings).toMatchObject([{ kind: 'stopped', type: 'AuthorityDerived' }]);
    expect(findings[0]?.words).toMatch(
      /: Command cmd_derive \(DeriveAuthority\) could not be decided again: The law broke\.$/,
    );
  });

  it('when nobody says which program verifies, or the record which decided, then nothing is excused', async () => {
    const commands = await lawfully();
    const wrong = commands.with(-1, { ...last(commands), answer: '{}' });
    expect((await replayed(wrong)).findings.map((f) => f.kind)).toEqual(['answer']);
    const unknown = changed('OpinionGiven', () => ({ answer: '{}' }));
    expect((await replayed(unknown, [], { program: 'muster 9' })).findings.map((f) => f.kind)).toEqual(['answer']);
    const elsewhere = await replayed(wrong, [], { program: 'muster 8' });
    expect(elsewhere.findings).toEqual([]);
    expect(elsewhere.undecided).toMatchObject([{ kind: 'otherProgram', commandId: 'cmd_derive', events: 0 }]);
  });

  it('when a text is no event, then no other program excuses it; of events nobody knows, a command is counted once', async () => {
    const commands = await lawfully();
    const garbled = commands.with(-1, { ...last(commands), events: ['torn'] });
    expect((await replayed(garbled, [], { program: 'muster 8' })).findings.map((f) => f.kind)).toEqual(['unreadable']);
    const newer = last(commands).events[0]?.replace('"version":1}', '"version":9}') as string;
    const two = { ...last(commands), events: [newer, newer] };
    const { findings, undecided } = await replayed(commands.with(-1, two), [], { program: 'muster 8' });
    expect(findings).toEqual([]);
    expect(undecided).toMatchObject([{ kind: 'otherProgram', leaf: two.firstLeaf, events: 2 }]);
  });
});
