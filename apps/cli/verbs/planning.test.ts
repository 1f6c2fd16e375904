import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanProblem } from '@muster/plan/problem';
import { toyLender, toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Stop } from '../session.ts';
import { addPlanningVerbs } from './planning.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muster-plan-'));
  await planned('toy', problem);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** North may send four and south keeps eight at home, so that ten asked are six. */
const problem = toyProblem({
  lenders: [toyLender('north'), toyLender('south', { reserve: 8 }), toyLender('isle')],
  pools: [toyPool('north-porters', 'north'), toyPool('south-porters', 'south'), toyPool('isle-porters', 'isle')],
  lines: [toyLine('carry-south'), toyLine('carry-north', { placeId: 'north-land', people: 2, priority: 5 })],
  limits: [
    {
      limitId: 'north-consent',
      barrier: 'consent',
      selects: [{ lenderIds: ['north'] }],
      mostPeople: 4,
      words: 'North consents to four.',
    },
  ],
  bars: [{ barId: 'isle-refuses', barrier: 'consent', select: { lenderIds: ['isle'] }, words: 'Isle has refused.' }],
} as Partial<PlanProblem>);

/** What `muster plan …` prints, or how it stops. */
async function plan(...typed: readonly string[]): Promise<{ readonly out: string; readonly stop?: Stop }> {
  let out = '';
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const program = new Command('muster').exitOverride();
  addPlanningVerbs(program.command('plan').exitOverride());
  try {
    await program.parseAsync(['plan', ...typed], { from: 'user' });
    return { out };
  } catch (error) {
    if (error instanceof Stop) return { out, stop: error };
    throw error;
  } finally {
    written.mockRestore();
  }
}

const at = (name: string): string => join(folder, `${name}.json`);
async function planned(name: string, of: PlanProblem): Promise<string> {
  writeFileSync(at(`${name}-problem`), JSON.stringify(of));
  writeFileSync(at(name), (await plan('solve', '--problem', at(`${name}-problem`), '--json')).out);
  return at(name);
}

describe('muster plan solve', () => {
  it('says what binds most', async () => {
    const { out } = await plan('solve', '--problem', at('toy-problem'));
    expect(out).toContain('What binds most:');
    expect(out).toContain(
      'One more person allowed by north-consent would be worth up to 480 weighted people-days (fill): North',
    );
  });
});

describe('muster plan solve, given what cannot be planned', () => {
  const given = async (over: object | string) => {
    writeFileSync(at('bad'), typeof over === 'string' ? over : JSON.stringify({ ...problem, ...over }));
    return plan('solve', '--problem', at('bad'));
  };
  const line = (over: object) => ({ lines: [toyLine('carry-south', over)] });
  const pin = (people: number, lineId = 'carry-south') => ({ poolId: 'south-porters', lineId, people });

  it.each<[string, object | string, string]>([
    ['nobody asked for', { lines: [] }, 'lines are none: nobody is asked for'],
    ['a negative number', line({ minimum: -5 }), ':\n  lines.0.minimum must not be negative$'],
    ['fewer than nobody', line({ people: -1e30 }), ':\n  lines.0.people must be at least one person$'],
    ['nobody', line({ people: 0 }), ':\n  lines.0.people must be at least one person$'],
    ['part of a person', line({ people: 1.5 }), ':\n  lines.0.people must be a whole number of people$'],
    ['more than there are', line({ people: 1e30 }), ':\n  lines.0.people must be at most 10,000,000 people$'],
    ['a line twice', { lines: [toyLine('carry-south'), toyLine('carry-south')] }, 'lines.1 repeats "carry-south"'],
    ['a pool twice', { pools: [toyPool('p', 'north'), toyPool('p', 'north')] }, 'pools.1 repeats "p"'],
    ['an unknown lender', { pools: [toyPool('p', 'nroth')] }, 'names the lender "nroth", which is not listed'],
    ['an unknown word', { lenderz: [] }, 'file Unrecognized key: "lenderz"'],
    ['a pin of too many', { pins: [pin(11)] }, 'puts 11 people on "carry-south", which asks for 10'],
    [
      'pins against each other',
      { pins: [pin(2), pin(2, 'carry-north')] },
      'pins cannot all be met together: 2 of south',
    ],
    [
      'a pin of the barred',
      { pins: [{ ...pin(1), poolId: 'isle-porters' }] },
      'and no plan can: people of isle-porters',
    ],
    [
      'days without end',
      line({ period: { fromOn: '2025-06-01', toOn: '9025-06-01' }, relief: { tourDays: 1, overlapDays: 0 } }),
      'tours of the line, and at most 4000 can be planned',
    ],
    ['hardly any way a day', { travelKmPerDay: 0.001 }, 'travelKmPerDay must be at least 1 km a day'],
    ['no number', '{"problemId": NaN}', 'is not JSON: Unexpected token'],
    ['half a file', '{"problemId": "toy", "li', 'is not JSON: Unterminated string'],
    ['an empty file', '', 'is not JSON: Unexpected end of JSON input.'],
    ['another file', '[1, 2]', 'file Invalid input: expected object, received array'],
  ])('says of %s what is wrong, by name', async (_, over, words) => {
    const { stop, out } = await given(over);
    const { message = '' } = stop ?? {};
    expect(words.endsWith('$') ? message.endsWith(words.slice(0, -1)) : message.includes(words), message).toBe(true);
    expect(stop?.exitCode).toBe(2);
    expect(out).toBe('');
  });

  it('says that a folder is no file', async () => {
    const { stop } = await plan('solve', '--problem', folder);
    expect(stop?.message).toBe(`"${folder}" cannot be read: it is a folder.`);
  });

  it('names the line that no one may serve, how many it lacks, and why', async () => {
    const told = async (over: object) => (await given(over)).out;
    const lines = [toyLine('heal', { skillId: 'healer' })];
    expect(await told({ lines })).toMatch(/heal +10 +0 +10\nNobody can serve heal \(skill\): .+ offers porter/);
    const bars = [{ barId: 'law', barrier: 'authority', select: {}, words: 'law forbids it' }];
    expect(await told({ bars })).toContain('Nobody can serve carry-south (authority): law forbids it.');
    expect(await told({ pools: [] })).toContain('Nobody can serve carry-south (strength): nobody is offered.');
    expect(await told({})).not.toContain('Nobody can serve');
  });
});

describe('a plan file of an older Muster', () => {
  const older = (over: object): string => {
    const file = at('older');
    writeFileSync(
      file,
      JSON.stringify({ ...JSON.parse(readFileSync(at('toy'), 'utf8')), format: 'muster-plan-1', ...over }),
    );
    return file;
  };

  it('is read where multipliers prove it', async () => {
    expect((await plan('verify', older({}))).out).toContain('It holds');
  });

  it('is refused in one sentence where prices do, and its problem is solved again', async () => {
    const file = older({ certificates: [], prices: { reach: [], levels: [] } });
    const { stop } = await plan('verify', file);
    expect(stop).toMatchObject({ code: 'PLAN_FILE_OLD', exitCode: 2 });
    expect(stop?.message).toContain(`muster plan solve --problem ${file} --json`);
    const { out } = await plan('solve', '--problem', file, '--json');
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(at('toy'), 'utf8')));
  });
});

describe('muster plan solve --order', () => {
  const solve = (...typed: readonly string[]) => plan('solve', '--problem', at('swapped-problem'), ...typed);
  beforeAll(async () => {
    // Whoever is nearer is dearer.
    const pools = [
      toyPool('north-porters', 'north', { personDayCents: 50 }),
      toyPool('south-porters', 'south', { personDayCents: 100 }),
    ];
    await planned('swapped', toyProblem({ pools, lines: [toyLine('carry-south', { people: 4 })] }));
  });

  it('takes the lower objectives in the order named, and the plan says so', async () => {
    const usual = JSON.parse((await solve('--json')).out);
    const swapped = JSON.parse((await solve('--order', 'fill,cost', '--json')).out);
    expect(usual.plan.assignments[0].poolId).toBe('south-porters');
    expect(swapped.plan.assignments[0].poolId).toBe('north-porters');
    expect(swapped.problem.objectives).toEqual(['fill', 'cost', 'arrival']);
    expect(swapped.plan.levels.map((one: { level: string }) => one.level)).toEqual(['fill', 'cost', 'arrival']);
    writeFileSync(at('cheaper'), JSON.stringify(swapped));
    expect((await plan('verify', at('cheaper'))).out).toContain('It holds');
  });

  it('is planned in again, and may be swapped again, by what-if', async () => {
    const again = (...typed: readonly string[]) =>
      plan('what-if', at('swapped'), '--more', 'carry-south=+1', '--out', at('again'), ...typed);
    await again('--order', 'fill, cost, burden');
    expect(JSON.parse(readFileSync(at('again'), 'utf8')).problem.objectives).toEqual([
      ...['fill', 'cost', 'burden', 'arrival', 'changes'],
    ]);
  });

  it.each([
    ['cost,fill', 'it must begin with "fill": nobody is left out to save anything else.'],
    ['fill,price', 'there is no objective "price"; there are lean, fill,'],
    ['fill,cost,cost', '"cost" is named twice. This problem has fill, arrival, cost.'],
    ['', 'there is no objective ""; there are lean, fill,'],
  ])('refuses --order %s', async (order, words) => {
    const { stop } = await solve('--order', order);
    const { message = '' } = stop ?? {};
    expect(words.endsWith('$') ? message.endsWith(words.slice(0, -1)) : message.includes(words), message).toBe(true);
    expect(stop?.exitCode).toBe(2);
  });
});

describe('muster plan burden', () => {
  beforeAll(async () => {
    // All ten of the south are nearest; each of the north costs a day on the road more, and eases the south's share.
    const lenders = [toyLender('north', { strength: 60 }), toyLender('south', { strength: 40 }), toyLender('isle')];
    const pools = ['north', 'south'].map((lender) => toyPool(`${lender}-porters`, lender, { readyDays: 1 }));
    await planned('heavy', toyProblem({ lenders, pools }));
  });

  it('shows what share is bought with how much of arrival and cost, each proved', async () => {
    const { out } = await plan('burden', at('heavy'), '--slack', '0,40,300');
    expect(out).toContain('(the plan)');
    expect(out).toMatch(/\n0 % +25 % +proved .* as now/);
    const shares = [...out.matchAll(/\n[\d.]+ % +([\d.]+) % +proved/g)].map(([, share]) => Number(share));
    // By two fifths of the waiting again two of the north can stand in, by four times as much all that are wanted.
    expect(shares).toEqual([25, 20, 10]);
  });

  it('gives the same as data, and the plan as a file that holds', async () => {
    const { points } = JSON.parse((await plan('burden', at('heavy'), '--json')).out);
    expect(points.map((one: { slackPercent: number }) => one.slackPercent)).toEqual([0, 0.1, 1, 5]);
    await plan('burden', at('heavy'), '--slack', '300', '--out', at('fair'));
    expect((await plan('verify', at('fair'))).out).toContain('It holds');
    const { problem, plan: fair } = JSON.parse(readFileSync(at('fair'), 'utf8'));
    const before = JSON.parse(readFileSync(at('heavy'), 'utf8')).plan;
    const value = (of: { levels: { level: string; value: number }[] }, name: string) =>
      of.levels.find((one) => one.level === name)?.value ?? Number.NaN;
    expect(problem.ceilings).toEqual([
      { objective: 'arrival', most: 4 * value(before, 'arrival') },
      { objective: 'cost', most: 4 * value(before, 'cost') },
    ]);
    expect(value(fair, 'arrival')).toBeLessThanOrEqual(4 * value(before, 'arrival'));
    expect(fair.filled).toBe(before.filled);
  });

  it.each([
    [['--slack', '-1'], '--slack -1 is no percentage, such as 0.1.'],
    [['--slack', '1,x'], '--slack x is no percentage, such as 0.1.'],
    [['--out', 'there.json'], '--out writes one plan: say which with one --slack, such as --slack 1.'],
  ])('refuses %s', async (typed, words) => {
    const { stop } = await plan('burden', at('heavy'), ...typed);
    expect(stop?.message).toBe(words);
    expect(stop?.exitCode).toBe(2);
  });

  it('says when there is nothing to give up', async () => {
    const file = await planned('only-fill', toyProblem({ objectives: ['fill'] }));
    expect((await plan('burden', file)).stop?.message).toContain('there is nothing to give up');
  });
});

describe('muster plan solve --gap', () => {
  const solve = (...typed: readonly string[]) => plan('solve', '--problem', at('toy-problem'), ...typed);

  it('takes a share in percent', async () => {
    expect(JSON.parse((await solve('--gap', '0.5%', '--json')).out).gap).toBeLessThanOrEqual(0.005);
  });

  it.each(['0.5', 'little', '100%', '-1%'])('refuses %s', async (gap) => {
    await expect(solve('--gap', gap)).rejects.toThrow('A gap is a share in percent below 100, such as 0.1%');
  });
});

describe('muster plan why', () => {
  const why = (...typed: readonly string[]) => plan('why', at('toy'), ...typed);

  it('names what bars a pool', async () => {
    const { out } = await why('--pool', 'isle-porters', '--line', 'carry-south');
    expect(out).toContain('isle-porters is not on carry-south.');
    expect(out).toContain('  distance: people of isle-porters arrive on');
    expect(out).toContain('  consent: Isle has refused.');
  });

  it('says who is there, which rule binds, and solves again for the exact cost', async () => {
    const { out } = await why('--pool', 'north-porters', '--line', 'carry-south', '--exact');
    expect(out).toContain('north-porters is on carry-south, with 4 people.');
    expect(out).toContain(
      'No room left: north-consent from 2025-06-01, 4 people (limit); one more would be worth up to',
    );
    expect(out).toContain(
      '1 fewer there costs exactly 450 weighted people-days more (fill), 60 days of waiting x people-days less (arrival).',
    );
  });

  it('says the same as data', async () => {
    const { out } = await why('--pool', 'north-porters', '--line', 'carry-north', '--on', '2025-06-05', '--json');
    expect(JSON.parse(out)).toMatchObject({
      poolId: 'north-porters',
      uses: [{ people: 0, hindrances: [], oneMore: { level: 'fill', by: 450 } }],
    });
  });

  it.each([
    ['--pool', 'north-portres', 'The problem has no pool "north-portres". Did you mean "north-porters"?'],
    ['--line', 'cary-south', 'The problem has no line "cary-south". Did you mean "carry-south"?'],
    ['--line', 'zzzzzzzzzzz', 'The problem has no line "zzzzzzzzzzz". It has 2, such as carry-south, carry-north.'],
    ['--on', 'tomorrow', '--on tomorrow is no day; write it as 2025-06-01.'],
    ['--on', '2026-06-01', 'The line "carry-south" asks for nobody on 2026-06-01.'],
  ])('refuses %s %s', async (option, word, words) => {
    const right = { '--pool': 'north-porters', '--line': 'carry-south', [option]: word };
    const { stop } = await why(...Object.entries(right).flat());
    expect(stop?.message).toBe(words);
    expect(stop?.exitCode).toBe(2);
  });
});

describe('muster plan prices', () => {
  it('says what one more of each would be worth', async () => {
    const { out } = await plan('prices', at('toy'));
    expect(out).toContain('One fewer kept in reserve by south would be worth up to 480 weighted people-days (fill).');
    const { prices } = JSON.parse((await plan('prices', at('toy'), '--json')).out);
    expect(prices).toContainEqual(expect.objectContaining({ of: 'limit', id: 'north-consent' }));
  });
});

describe('muster plan what-if', () => {
  const whatIf = (...typed: readonly string[]) => plan('what-if', at('toy'), ...typed);

  it('says what is different, in sentences and tables', async () => {
    const { out } = await whatIf('--refuse', 'north', '--more', 'carry-south=-2');
    expect(out).toContain('Of 10 people asked (2 fewer than before), 2 are filled: 4 fewer than before.');
    expect(out).toContain('0 people are put on and 4 taken off, over 1 assignment.');
    expect(out).toMatch(/filled +6 +2 +-4 +people/);
    expect(out).toMatch(/north +4 +0 +-4/);
  });

  it('says how many lack for the sake of stability, and what filling would take', async () => {
    const raised = ['--limit', 'north-consent=6', '--stability'];
    const words =
      'With at most 1 put on or taken off, 1 more person lacks than need be: --stability 2 would fill as much';
    expect((await whatIf(...raised, '1')).out).toContain(words);
    const { givenUp } = JSON.parse((await whatIf(...raised, '1', '--json')).out);
    expect(givenUp).toEqual({ stability: 1, people: 1, changes: 2 });
    expect((await whatIf(...raised, '2')).out).not.toContain('lacks');
  });

  it('writes a plan file that the other verbs read', async () => {
    const { out } = await whatIf('--limit', 'north-consent=5', '--stable', '--json', '--out', at('raised'));
    expect(JSON.parse(out).difference).toMatchObject({ putOn: 1, takenOff: 0 });
    expect((await plan('verify', at('raised'))).out).toContain('It holds');
    expect((await plan('compare', at('toy'), at('raised'))).out).toContain('7 are filled: 1 more than before.');
    expect((await plan('compare', at('toy'), at('toy'))).out).toContain('Nobody is put on or taken off.');
  });

  it.each([
    [[], 'Nothing is supposed: say it with --refuse, --more, --without, --limit, --pin or --forbid.'],
    [['--refuse', 'nroth'], 'The problem has no lender "nroth". Did you mean "north"?'],
    [['--without', 'milita'], 'The problem has no kind of service "milita". Did you mean "militia"?'],
    [['--limit', 'north-consents=4'], 'The problem has no limit "north-consents". Did you mean "north-consent"?'],
    [['--more', 'carry-south'], '--more carry-south cannot be read; write it as --more carry-south=+500.'],
    [['--pin', 'north-porters:carry-south'], 'write it as --pin north-porters:carry-south=20.'],
    [['--forbid', 'north-porters'], 'write it as --forbid north-porters:carry-south.'],
    [['--refuse', 'north', '--stability', 'few'], '--stability few is no number of people, such as 100.'],
    [['--pin', 'isle-porters:carry-south=1'], 'puts 1 people of "isle-porters" on "carry-south", and no plan can'],
    [
      ['--limit', 'north-consent=1', '--stability', '2'],
      'stability is 2, and at least 3 people must be put on or taken off',
    ],
  ])('refuses %s', async (typed, words) => {
    const { stop } = await whatIf(...typed);
    const { message = '' } = stop ?? {};
    expect(words.endsWith('$') ? message.endsWith(words.slice(0, -1)) : message.includes(words), message).toBe(true);
    expect(stop?.exitCode).toBe(2);
  });
});

describe('muster plan fill', () => {
  it('says what would fill a short line, in sentences and a table', async () => {
    const { out } = await plan('fill', at('toy'), '--line', 'carry-south');
    expect(out).toContain('carry-south lacks 4 people. While no other line loses anybody:');
    expect(out).toContain('4 people more allowed by north-consent ("North consents to four") would fill it.');
    expect(out).toContain('4 people fewer kept in reserve by south would fill it.');
    // Four people for 30 days at a dollar a day.
    expect(out).toMatch(/consent +1 +4 people +4 +0 +\$120/);
  });

  it('looks at the shortest lines first, and says how many are left', async () => {
    const { out } = await plan('fill', at('toy'), '--most', '1');
    expect(out).toContain('1 more lines are short; --line or --most shows them.');
    const { lines } = JSON.parse((await plan('fill', at('toy'), '--json')).out);
    expect(lines.map((one: { lineId: string }) => one.lineId)).toEqual(['carry-south', 'carry-north']);
  });

  it('says when nobody lacks, and when nothing would help', async () => {
    await planned('full', toyProblem());
    expect((await plan('fill', at('full'))).out).toBe('No line is short.\n');
    expect((await plan('fill', at('full'), '--line', 'carry-south')).out).toBe('carry-south lacks nobody.\n');
    await planned('none', toyProblem({ lines: [toyLine('heal', { skillId: 'healer' })] }));
    expect((await plan('fill', at('none'))).out).toContain('heal lacks 10 people. Nothing that can be asked for');
  });

  it('says what was meant by a wrong line', async () => {
    const { stop } = await plan('fill', at('toy'), '--line', 'carry-soth');
    expect(stop?.message).toBe('The problem has no line "carry-soth". Did you mean "carry-south"?');
  });
});
