import { type House, runScenario } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { loadScenario } from '@muster/scenarios';
import type { RequestId } from '@muster/terms';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printWhatIf } from '../print/what-if.ts';
import { Stop } from '../session.ts';
import { addWhatIf, askWhatIf } from './what-if.ts';

const requestId = 'req_2024-10-storm' as RequestId;
let house: House;
beforeAll(async () => {
  const scenario = loadScenario('hurricane');
  if ('faults' in scenario) throw new Error(JSON.stringify(scenario.faults));
  house = await houseInMemory();
  await runScenario(house, scenario);
});
afterAll(() => house.close());

/** What the options typed come to, as the verb reads them. */
function typed(...options: readonly string[]) {
  const verb = addWhatIf(new Command('what-if').argument('<requestId>').exitOverride());
  verb.action(() => {});
  verb.parse([requestId, ...options], { from: 'user' });
  return verb.opts<Parameters<typeof askWhatIf>[2]>();
}
const said = async (...options: readonly string[]) =>
  printWhatIf(await askWhatIf(house, requestId, typed(...options))).replace(/\s+/g, ' ');
const stopped = async (...options: readonly string[]) => {
  try {
    return await askWhatIf(house, requestId, typed(...options));
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
};

describe('muster decision what-if', () => {
  it('says what dies and by which law, whose consents fall, and that counsel decides', async () => {
    const words = await said('--refuse', 'FL');
    for (const part of [
      'What if the State of Florida refuses?',
      'of the 700 people',
      'once the host refuses, no authority was found, and silence is never a yes',
      'State of Florida, as Governor of the host state: granted for at most 700 people',
      'Nothing was recorded.',
      'This is our reading; counsel decides. Not legal advice.',
      'Law pack us ',
    ])
      expect(words).toContain(part);
  });

  it('takes any options together, in whatever words the pack has for them', async () => {
    const words = await said('--refuse', 'us.ga', '--refuse', 'Tennessee', '--bar', 'CRW', '--instead', 'title32');
    expect(words).toContain(
      'What if the State of Georgia and the State of Tennessee refuse, Crowd control is barred and people serve under Title 32 instead of everything else?',
    );
    expect(words).toContain('the task is barred, as supposed');
    expect(words).toContain('Title 32, away: it comes in, with the consents of');
  });

  it('says so where nothing changes, and whose no would mean nothing', async () => {
    const words = await said('--refuse', 'DOJ', '--bar', 'ARR');
    expect(words).toContain('Nothing changes');
    expect(words).toContain('The Department of Justice has no say here');
    expect(words).toContain('No line has the task Arrest; the tasks here are');
  });

  it('asks back for words it does not know, and for a hypothesis where there is none; both end with 2', async () => {
    const unknown = await stopped('--refuse', 'Ohoi', '--bar', 'arest');
    expect(unknown).toMatchObject({ code: 'LAW_WORD_UNKNOWN', exitCode: 2 });
    expect(unknown).toMatchObject({ message: expect.stringMatching(/--refuse: .*"Ohio".*\n--bar: .*"arrest"/) });
    const nothing = await stopped();
    expect(nothing).toMatchObject({ code: 'DECISION_NOTHING_SUPPOSED', exitCode: 2 });
    expect(nothing).toMatchObject({ message: expect.stringContaining('--refuse, --bar, --instead or --only') });
    expect(await stopped('--for', 'title32')).toMatchObject({ message: expect.stringContaining('--for: ') });
    expect(await stopped('--only', 'Title 10')).toMatchObject({ code: 'DECISION_KIND_NOT_USED', exitCode: 2 });
  });

  it('knows no request that is not there', async () => {
    const asking = askWhatIf(house, 'req_none' as RequestId, typed('--refuse', 'OH'));
    await expect(asking).rejects.toMatchObject({ code: 'REQUEST_UNKNOWN', exitCode: 2 });
  });
});
