import { describe, expect, it } from 'vitest';
import { keepLaw } from './keep-law.ts';
import { faultText } from './pack/pack-fault.ts';
import { lawOf, policy, question, tinyPack } from './tiny-pack.ts';

describe('a law in use', () => {
  it('stays when the one to come has a fault, which is told with file, line and what was meant', () => {
    const { law, renew } = keepLaw(lawOf(tinyPack(policy('work'))));
    const before = law.verdict(question());
    const faults = renew(tinyPack(policy('work', { annotations: '@needs("hostHaed")' })));
    expect(faults.map(faultText)).toEqual([
      'charter/rule.cedar:1: "charter.work" needs "hostHaed", a capacity that the pack does not know. Maybe "hostHead".',
    ]);
    expect(law.verdict(question())).toBe(before);
    expect(law.pack).toBe('tiny 1');
  });

  it('gives way to one that is sound, and verdicts name the new version', () => {
    const { law, renew } = keepLaw(lawOf(tinyPack(policy('work'))));
    const heading = 'id: tiny\nversion: "2"\ntitle: Tiny\ndisclaimer: Not law.\ncovers: Two lands.\n';
    const faults = renew(tinyPack(policy('work', { annotations: '@needs("hostHead")' }), { 'pack.yaml': heading }));
    expect(faults).toEqual([]);
    expect(law.verdict(question())).toMatchObject({ kind: 'needs', pack: 'tiny 2' });
  });
});
