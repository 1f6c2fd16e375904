import { requestId } from '@muster/decision/testing';
import { carryOut, catalogue, commandNames, gatherOutcome } from '@muster/flow';
import { openMemoryRecord } from '@muster/record-memory';
import { roles } from '@muster/terms';
import { actor } from '@muster/terms/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amend,
  before,
  codeOf,
  command,
  derive,
  draft,
  giveAll,
  grant,
  meansOver,
  no,
  opine,
  planner,
  recordedIn,
  seek,
  streamsIn,
  submit,
  typesIn,
  wholeStory,
} from './toy-flow.ts';
import { meanwhile } from './troubled-record.ts';

describe('a command that cannot be read', () => {
  it('is refused and nothing is recorded, whatever is in it', async () => {
    const record = openMemoryRecord();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...commandNames), fc.anything(), async (name, data) => {
        const by = actor('union', catalogue[name].who[0] ?? 'auditor');
        const answer = await carryOut(meansOver(record), { ...command('a', by, name, {}), data });
        expect(answer).toMatchObject({ outcome: 'refused', code: 'COMMAND_INVALID', commandId: 'cmd_a' });
        expect(answer).toHaveProperty('faults.0.field');
      }),
    );
    expect(await recordedIn(record)).toEqual([]);
  });

  it('is refused when no command has its name', async () => {
    const record = openMemoryRecord();
    const names = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'draftRequest'));
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const answer = await carryOut(meansOver(record), command('a', planner, name, {}));
        expect(answer).toMatchObject({ outcome: 'refused', code: 'COMMAND_UNKNOWN' });
      }),
    );
    expect(await recordedIn(record)).toEqual([]);
  });

  it('is refused in every role that may not give it, before its data is looked at', async () => {
    const record = openMemoryRecord();
    for (const name of commandNames) {
      for (const role of roles.filter((r) => !catalogue[name].who.some((w) => w === r))) {
        const answer = await carryOut(meansOver(record), command('a', actor('union', role), name, {}));
        expect(answer, `${name} by ${role}`).toMatchObject({ code: 'COMMAND_ROLE_NOT_ALLOWED' });
      }
    }
    expect(await recordedIn(record)).toEqual([]);
  });

  it('names every fault by its field', async () => {
    const answer = await carryOut(
      meansOver(openMemoryRecord()),
      command('a', planner, 'AmendRequest', { lines: [{}] }),
    );
    expect(answer).toMatchObject({ code: 'COMMAND_INVALID' });
    const fields = 'faults' in answer ? answer.faults?.map((f) => f.field) : [];
    expect(fields).toEqual(expect.arrayContaining(['reason', 'lines.0.lineId', 'lines.0.people']));
  });
});

describe('a command sent again', () => {
  it('gets the same answer, byte for byte, and records nothing more, however often and whenever it is sent', async () => {
    const once = openMemoryRecord();
    const first = await giveAll(once, wholeStory);
    const repeats = fc.array(fc.integer({ min: 1, max: 3 }), {
      minLength: wholeStory.length,
      maxLength: wholeStory.length,
    });
    await fc.assert(
      fc.asyncProperty(repeats, fc.boolean(), fc.nat(), async (times, together, later) => {
        const record = openMemoryRecord();
        for (const [i, c] of wholeStory.entries()) {
          const sendings = Array.from({ length: times[i] ?? 1 }, () => c);
          const answers = together
            ? await Promise.all(sendings.map((s) => carryOut(meansOver(record), s)))
            : await giveAll(record, sendings);
          for (const answer of answers) expect(JSON.stringify(answer)).toBe(JSON.stringify(first[i]));
        }
        const again = wholeStory[later % wholeStory.length] ?? draft('draft');
        await carryOut(meansOver(record), { ...again, at: '2025-05-11T00:00:00Z' as never });
        expect(await streamsIn(record)).toEqual(await streamsIn(once));
      }),
      { numRuns: 40 },
    );
  });

  it('is refused under the same id with another body, and the first one stands', async () => {
    const record = openMemoryRecord();
    await giveAll(record, [draft('a')]);
    for (const other of [draft('a', 'Other help'), { ...draft('a'), by: { ...planner, personId: 'per_b' as never } }]) {
      expect(await carryOut(meansOver(record), other)).toMatchObject({ outcome: 'refused', code: 'COMMAND_REUSED' });
    }
    expect(await carryOut(meansOver(record), submit('a'))).toMatchObject({ code: 'COMMAND_REUSED' });
    expect(await typesIn(record)).toEqual(['RequestDrafted']);
  });

  it('wins once when two bodies under one id race, also when both are to be refused', async () => {
    for (const [one, other] of [
      [draft('a'), draft('a', 'Other help')],
      [no('a', 'RefuseConsent', 'north'), no('a', 'RefuseConsent', 'south')],
    ] as const) {
      const record = openMemoryRecord();
      const answers = await Promise.all([one, other].map((c) => carryOut(meansOver(record), c)));
      expect(answers.map(codeOf).filter((code) => code === 'COMMAND_REUSED')).toHaveLength(1);
      expect(await recordedIn(record)).toHaveLength(1);
    }
  });
});

describe('a refused command', () => {
  it('is recorded once with what was asked, why not and what is allowed, and refused again the same', async () => {
    const record = openMemoryRecord();
    const [first, second] = await giveAll(record, [submit('a'), submit('a')]);
    expect(first).toMatchObject({ outcome: 'refused', code: 'REQUEST_UNKNOWN' });
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    const [event, ...more] = await recordedIn(record);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      stream: 'refusal/union.asker',
      fact: { type: 'CommandRefused', data: { name: 'SubmitRequest', refusal: { code: 'REQUEST_UNKNOWN' } } },
    });
  });

  it('stays refused under its id when it would be allowed by now; under a new id it is decided anew', async () => {
    const record = openMemoryRecord();
    const answers = await giveAll(record, [submit('a'), draft('b'), submit('a'), submit('c')]);
    expect(answers.map(codeOf)).toEqual(['REQUEST_UNKNOWN', undefined, 'REQUEST_UNKNOWN', undefined]);
  });

  it('is not refused for what has changed while it was being decided', async () => {
    const record = openMemoryRecord();
    const late = meanwhile(record, () => giveAll(record, [draft('b')]));
    expect(await carryOut(meansOver(late), submit('a'))).toMatchObject({ outcome: 'recorded' });
    expect(await typesIn(record)).toEqual(['RequestDrafted', 'RequestSubmitted']);
  });
});

describe('a decision', () => {
  it('never rests on a stream that changed while it was being decided', async () => {
    const record = openMemoryRecord();
    await giveAll(record, before('seek'));
    const seeking = wholeStory.find((c) => c.name === 'SeekConsents') ?? draft('none');
    const changed = meanwhile(record, () => giveAll(record, [amend('amend'), submit('submit-2')]));
    expect(await carryOut(meansOver(changed), seeking)).toMatchObject({
      outcome: 'refused',
      code: 'REVIEW_NOT_CONCURRED',
    });
    expect(await typesIn(record)).not.toContain('ConsentsSought');
  });

  it('is given up after twenty clashes, records nothing, and can be sent again', async () => {
    const record = openMemoryRecord();
    let appends = 0;
    const restless = {
      ...record,
      append: async () => {
        appends += 1;
        return { outcome: 'clashed' as const, stream: 'request/req_a' };
      },
    };
    expect(await carryOut(meansOver(restless), draft('a'))).toMatchObject({
      outcome: 'refused',
      code: 'COMMAND_CLASHED',
    });
    expect(appends).toBe(20);
    expect(await recordedIn(record)).toEqual([]);
    expect(await carryOut(meansOver(record), draft('a'))).toMatchObject({ outcome: 'recorded' });
  });

  it('answers with the facts it recorded and where they stand', async () => {
    const record = openMemoryRecord();
    await giveAll(record, [draft('a')]);
    expect(await carryOut(meansOver(record), submit('b'))).toEqual({
      outcome: 'recorded',
      commandId: 'cmd_b',
      stream: `request/${requestId}`,
      facts: [{ type: 'RequestSubmitted', position: 2 }],
    });
  });
});

describe('what follows', () => {
  it('is asked of each sovereign once, by Muster itself, for the party whose fact it follows', async () => {
    const record = openMemoryRecord();
    await giveAll(record, [...before('offer-north'), ...before('offer-north')]);
    const asks = (await recordedIn(record)).filter((e) => e.fact.type === 'ConsentAsked');
    expect(asks.map((e) => e.stream).sort()).toEqual([
      'consent/req_a/host/north',
      'consent/req_a/host/south',
      'consent/req_a/lender/north',
      'consent/req_a/lender/south',
    ]);
    for (const { by } of asks) expect(by).toMatchObject({ role: 'flow', partyId: 'union.defense' });
  });

  it('cannot be headed off by using up its id', async () => {
    const record = openMemoryRecord();
    await giveAll(record, before('offer-north'));
    const ids = (await recordedIn(record)).filter((e) => e.by.role === 'flow').map((e) => e.commandId);
    const givable = /^cmd_[a-z0-9-]+$/;
    expect(ids.filter((id) => givable.test(id))).toEqual([]);
  });
});

describe('the outcome', () => {
  it('of a request nobody drafted is undefined', async () => {
    const record = openMemoryRecord();
    await giveAll(record, [submit('a')]);
    expect(await gatherOutcome(record.read, requestId, meansOver(record).law.terms)).toBeUndefined();
  });

  it('of an amended request counts no consent to the version before', async () => {
    const record = openMemoryRecord();
    const outcome = () => gatherOutcome(record.read, requestId, meansOver(record).law.terms);
    await giveAll(record, wholeStory);
    expect((await outcome())?.figures.consented).toBe(16);
    await giveAll(record, [amend('amend'), submit('submit-2'), derive('derive-2'), opine('opine-2', 2)]);
    expect((await outcome())?.figures).toMatchObject({ consented: 0, lenders: {} });
    await giveAll(record, [seek('seek-2', ['north']), grant('grant-2', 'north', 'lender', 5)]);
    expect((await outcome())?.figures).toMatchObject({ consented: 5, lenders: { grantedInPart: 1 } });
  });

  it('of any beginning of a story adds up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: wholeStory.length }), async (many) => {
        const record = openMemoryRecord();
        await giveAll(record, wholeStory.slice(0, many));
        const outcome = await gatherOutcome(record.read, requestId, meansOver(record).law.terms);
        const granted = outcome?.consents.filter((c) => c.side === 'lender').map((c) => c.granted) ?? [];
        expect(outcome?.figures).toMatchObject({
          asked: 14,
          planned: 0,
          short: 14,
          consented: granted.reduce((a, b) => a + b, 0),
        });
      }),
      { numRuns: wholeStory.length * 2 },
    );
  });
});
