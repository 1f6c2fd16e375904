import type { Append } from '@muster/flow';
import { canonicalJson, type Recorded } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import type { AnsweredCommand } from './answered-command.ts';
import { compareEvents, type Leaf, textsOf } from './compare-events.ts';

const by = { personId: 'per_a', partyId: 'north', role: 'auditor' };
const at = '2025-05-10T12:00:00Z';
const fact = (type: string, data: object = {}) => ({ type, version: 1, data });
const event = (position: number, of: object = fact('Noted'), stream = 'request/a') =>
  ({ stream, position, fact: of, at, by, commandId: 'cmd_a' }) as unknown as Recorded;
const leafOf = (one: Recorded, leaf = 7, known = one): Leaf => ({ leaf, text: canonicalJson(one), event: one, known });
const answerOf = (said: object) => JSON.stringify({ commandId: 'cmd_a', ...said });
const recorded = answerOf({ outcome: 'recorded' });

/** Compares what is recorded with what the rules give, both as events; `kept` is the answer that is kept. */
function compare(leaves: readonly Leaf[], given: readonly Recorded[], answer = recorded, kept = answer) {
  const command = { commandId: 'cmd_a', answer: kept } as unknown as AnsweredCommand;
  return compareEvents(
    command,
    leaves,
    { answer } as Append,
    given.map((one) => canonicalJson(one)),
  );
}
const place = { leaf: 7, stream: 'request/a', position: 1, type: 'Noted', commandId: 'cmd_a' };
const named = 'Leaf 7 (Noted, position 1 of request/a, by command cmd_a)';
const found = (...findings: object[]) => ({ findings, notes: [] });

describe('given a decision', () => {
  const append = (over: object) =>
    ({
      commandId: 'cmd_a',
      at,
      by,
      stream: 'request/a',
      expectedPosition: 4,
      facts: [fact('One'), fact('Two')],
      ...over,
    }) as unknown as Append;
  const placesIn = (texts: readonly string[]) =>
    texts.map((text) => {
      const { stream, position, fact: of } = JSON.parse(text) as Recorded;
      return [stream, position, of.type];
    });

  it('when it is recorded, then its facts follow the position it was decided at, with what it writes alongside', () => {
    expect(textsOf(append({}), 9)).toEqual(
      [5, 6].map((position, i) => canonicalJson(event(position, fact(i ? 'Two' : 'One')))),
    );
    const alongside = [{ stream: 'pool/b', expectedPosition: 0, facts: [fact('Three')] }];
    expect(placesIn(textsOf(append({ alongside }), 9))).toEqual([
      ['request/a', 5, 'One'],
      ['request/a', 6, 'Two'],
      ['pool/b', 1, 'Three'],
    ]);
  });

  it('when order does not matter to it, then its facts follow the last of its stream', () => {
    expect(placesIn(textsOf(append({ expectedPosition: 'any' }), 9))).toEqual([
      ['request/a', 10, 'One'],
      ['request/a', 11, 'Two'],
    ]);
  });
});

describe('given events that the rules give too', () => {
  it('when texts and answer are the same, then nothing is found', () => {
    expect(compare([leafOf(event(1)), leafOf(event(2), 8)], [event(1), event(2)])).toEqual(found());
    expect(compare([], [])).toEqual(found());
  });

  it('when only the answer is another, then that is found', () => {
    expect(compare([leafOf(event(1))], [event(1)], recorded, '{}')).toEqual(
      found({
        kind: 'answer',
        commandId: 'cmd_a',
        words:
          'Command cmd_a was answered otherwise than the rules answer it, though its events are as they should be.',
      }),
    );
  });

  it('when an event says something else, then where and what is said, and its answer is not looked at', () => {
    const other = leafOf(event(1, fact('Noted', { people: 1 })));
    expect(compare([other], [event(1, fact('Noted', { people: 2 }))], recorded, '{}')).toEqual(
      found({
        kind: 'differs',
        ...place,
        words: `${named} is not what the rules give: "fact.data.people" is 1, and by the rules 2.`,
      }),
    );
    const lacking = compare([leafOf(event(1, fact('Noted', { text: 'x'.repeat(90) })))], [event(1)]);
    expect(lacking.findings[0]?.words).toBe(
      `${named} is not what the rules give: "fact.data.text" is "${'x'.repeat(76)}..., and by the rules absent.`,
    );
    const fits = compare([leafOf(event(1, fact('Noted', { text: 'x'.repeat(78) })))], [event(1)]);
    expect(fits.findings[0]?.words).toContain(`is "${'x'.repeat(78)}", and by the rules`);
  });

  it('when an event is written in another way, then it is not the text that is recorded', () => {
    const one = event(1);
    const spaced: Leaf = { ...leafOf(one), text: `${canonicalJson(one)} ` };
    const words = `${named} is not written in canonical form, so it is not the text that Muster records.`;
    expect(compare([spaced], [one])).toEqual(found({ kind: 'differs', ...place, words }));
    // Of an older shape too: what is compared is today's, and the text must be canonical in its own.
    const older = event(1, fact('Noted', { old: true }));
    expect(compare([leafOf(older, 7, one)], [one])).toEqual(found());
    expect(compare([{ ...leafOf(older, 7, one), text: `${canonicalJson(older)} ` }], [one])).toEqual(
      found({ kind: 'differs', ...place, words }),
    );
  });

  it('when one is too many or lacking, then each is named', () => {
    expect(compare([leafOf(event(1), 6), leafOf(event(1))], [event(1)])).toEqual(
      found({
        kind: 'surplus',
        ...place,
        words: `${named} should not be there: the rules give no such event for its command.`,
      }),
    );
    expect(compare([leafOf(event(1))], [event(1), event(2)])).toEqual(
      found({
        kind: 'lacking',
        stream: 'request/a',
        position: 2,
        type: 'Noted',
        commandId: 'cmd_a',
        words:
          'Noted, position 2 of request/a, is lacking: the rules give it for command cmd_a, and the record does not hold it there.',
      }),
    );
  });
});

describe('given a command that the rules refuse', () => {
  const refusal = { code: 'CONSENT_TOO_LATE', asked: 'a', why: 'It is late.', allowed: 'c' };
  const refused = (over: object = {}) => answerOf({ outcome: 'refused', ...refusal, ...over });

  it('when the record holds events of it, then each is found, with the refusal and the law it cites', () => {
    const words = (leaf: number, position: number) =>
      `Leaf ${leaf} (Noted, position ${position} of request/a, by command cmd_a) should not be there: the rules refuse its command with CONSENT_TOO_LATE. It is late.`;
    expect(compare([leafOf(event(1)), leafOf(event(2), 8)], [], refused())).toEqual(
      found(
        { kind: 'refused', ...place, words: words(7, 1), refusal },
        { kind: 'refused', ...place, leaf: 8, position: 2, words: words(8, 2), refusal },
      ),
    );
    const policies = [
      { citation: 'The Charter', policyId: 'charter.a' },
      { citation: 'The Code', policyId: 'code.b' },
    ];
    expect(compare([leafOf(event(1))], [], refused({ policies })).findings[0]?.words).toBe(
      `${words(7, 1)} The Charter (charter.a). The Code (code.b).`,
    );
  });

  const told = (over: object = {}, data: object = {}) =>
    event(1, fact('CommandRefused', { name: 'Note', refusal: { ...refusal, ...over }, ...data }));

  it('when the record says so too, then nothing is found; when in other words, then that is noted', () => {
    expect(compare([leafOf(told())], [told()], refused())).toEqual(found());
    expect(compare([leafOf(told({ why: 'It was late.', asked: 'x' }))], [told()], refused(), '{}')).toEqual({
      findings: [],
      notes: [
        {
          kind: 'otherWords',
          commandId: 'cmd_a',
          words: 'Command cmd_a was refused then as it would be now (CONSENT_TOO_LATE), in other words.',
        },
      ],
    });
  });

  it('when the record has another reason, other policies, or another command for it, then it differs', () => {
    for (const other of [
      told({ code: 'CONSENT_NOT_YOURS' }),
      told({ policies: [{ policyId: 'a' }] }),
      told({}, { name: 'Erase' }),
      { ...told({ why: 'It was late.' }), at: '2025-05-11T12:00:00Z' } as Recorded,
      event(1, fact('CommandRefused', { name: 'Note' })),
    ]) {
      expect(compare([leafOf(other)], [told()], refused()).findings).toMatchObject([{ kind: 'differs', leaf: 7 }]);
    }
  });

  it('when the record says it twice, or the rules say nothing of it, then that is found, whatever its words', () => {
    const other = told({ why: 'It was late.' });
    expect(compare([leafOf(other), leafOf(other, 8)], [told()], refused()).findings.map((f) => f.kind)).toEqual([
      'differs',
      'surplus',
    ]);
    expect(compare([leafOf(other)], [], refused()).findings.map((f) => f.kind)).toEqual(['surplus']);
  });

  it('when the record says it of a command that the rules allow, then every event of it is found', () => {
    const one = { kind: 'allowed', ...place, type: 'CommandRefused' };
    const words = (leaf: number) =>
      `Leaf ${leaf} (CommandRefused, position 1 of request/a, by command cmd_a) says that a command was refused which the rules allow.`;
    expect(compare([leafOf(told()), leafOf(told(), 8)], [event(1)])).toEqual(
      found({ ...one, words: words(7) }, { ...one, leaf: 8, words: words(8) }),
    );
  });
});
