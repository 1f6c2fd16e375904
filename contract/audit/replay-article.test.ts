import { openReplay } from '@muster/audit';
import { runScenario } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { loadPackFiles } from '@muster/policy-cedar';
import { loadScenario } from '@muster/scenarios';
import { describe, expect, it } from 'vitest';
import { heardRecord } from './heard-record.ts';

describe('the article', () => {
  it('is decided again in full: law, consents, every plan with its certificates', async () => {
    const heard = heardRecord();
    const house = await houseInMemory(heard.record);
    const scenario = loadScenario('article');
    if ('faults' in scenario) throw new Error(JSON.stringify(scenario.faults));
    expect(await runScenario(house, scenario)).toMatchObject({ outcome: 'finished' });
    const replay = openReplay({
      readLaw: ({ pack, files }) => {
        const read = loadPackFiles(new Map(files.map(({ path, text }) => [path, text])));
        return read.outcome === 'loaded' ? read.law : `the law pack ${pack} is faulty`;
      },
    });
    for (const command of heard.commands()) await replay.next(command);
    for (const command of heard.silent()) await replay.silent(command);
    const report = replay.report();
    expect(report.findings).toEqual([]);
    expect(report.undecided).toEqual([]);
    expect(report.notes).toEqual([]);
    expect(report.events).toBe(284);
  }, 120_000);
});
