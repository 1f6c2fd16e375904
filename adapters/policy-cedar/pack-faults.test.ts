import { describe, expect, it } from 'vitest';
import { checkPackFiles } from './check/check-law-pack.ts';
import { loadLawPack, loadPackFiles, openLawPack } from './load-law-pack.ts';
import { faultText } from './pack/pack-fault.ts';
import { policy, tinyPack } from './tiny-pack.ts';

/** What loading says of a tiny pack with this rule, or with these files changed. */
function faultsOf(rule: string, changed?: Record<string, string>): string[] {
  const loaded = loadPackFiles(tinyPack(rule, changed));
  return loaded.outcome === 'loaded' ? [] : loaded.faults.map(faultText);
}

describe('loading a pack', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(faultsOf(policy('work'))).toEqual([]);
  });

  it('tells of a capacity nobody has, with its line and the one probably meant', () => {
    const rule = `${policy('work')}\n${policy('more', { annotations: '@needs("hostHed")' })}`;
    expect(faultsOf(rule)).toEqual([
      'charter/rule.cedar:6: "charter.more" needs "hostHed", a capacity that the pack does not know. Maybe "hostHead".',
    ]);
  });

  it('tells of an annotation it does not know, and of one that is missing', () => {
    expect(faultsOf(policy('work', { annotations: '@confidense("low")' }))).toEqual([
      'charter/rule.cedar:1: No annotation is called @confidense. Maybe "confidence".',
    ]);
    expect(faultsOf(policy('work').replace(/@cite.*\n/, ''))).toEqual([
      'charter/rule.cedar:1: Each policy needs @cite("…").',
    ]);
  });

  it('tells of an id that is used twice, and of one that is not its folder’s', () => {
    expect(faultsOf(policy('work') + policy('work', { action: 'action' }))[0]).toMatch(
      /^charter\/rule\.cedar:5: "charter\.work" is also the id of the policy at charter\/rule\.cedar:1\.$/,
    );
    expect(faultsOf(policy('work').replace('charter.work', 'statute.work'))[0]).toContain('must begin with "charter."');
  });

  it('tells of words the schema does not know, where they stand', () => {
    expect(faultsOf(policy('work', { condition: 'when { context.awya }' }))[0]).toMatch(
      /^charter\/rule\.cedar:4: .*attribute awya in context .* \(did you mean away\?\)\.$/,
    );
    expect(faultsOf(policy('work', { status: 'milita' }))[0]).toMatch(/^charter\/rule\.cedar:4: .*"milita"/);
    expect(faultsOf(policy('work', { action: 'action == Muster::Action::"cary"' }))[0]).toContain('carry');
  });

  it('tells of a place the pack does not know', () => {
    const condition = 'when { resource == Muster::Place::"north-lnd" }';
    expect(faultsOf(policy('work', { condition }))[0]).toContain('names the place "north-lnd"');
    expect(faultsOf(policy('work', { condition }))[0]).toContain('Maybe "north-land"');
  });

  it('tells of text that is not Cedar, not YAML, or without front matter', () => {
    expect(faultsOf(`${policy('work')}\nallow everything;`)[0]).toMatch(/^charter\/rule\.cedar:6: This is not Cedar: /);
    expect(faultsOf(policy('work'), { 'terms/skills.yaml': 'skills: [' })[0]).toMatch(
      /^terms\/skills\.yaml:1: This is not YAML: /,
    );
    expect(faultsOf(policy('work'), { 'charter/provision.md': 'Some may work.' })[0]).toMatch(/front matter/);
  });

  it('tells of terms that name what is not there, once, and not of what follows from it', () => {
    const parties = 'parties:\n  - { partyId: north, name: Northland, label: North, sovereignId: nort }\n';
    const faults = faultsOf(policy('work'), { 'terms/parties.yaml': parties });
    expect(faults).toContain(
      'terms/parties.yaml:2: "north" names the party "nort", which terms/parties.yaml does not list. Maybe "north".',
    );
    expect(faultsOf(policy('work'), { 'terms/places.yaml': 'places: 7\n' })).toHaveLength(1);
  });

  it('tells of a term listed twice and of a task named like something else', () => {
    const skill = '  - { skillId: heal, label: Heal, meaning: Heals. }\n';
    expect(faultsOf(policy('work'), { 'terms/skills.yaml': `skills:\n${skill}${skill}` })).toEqual([
      'terms/skills.yaml:3: "heal" is listed twice.',
    ]);
    const tasks = 'tasks:\n  - { taskId: hold, code: HLD, label: Hold, meaning: Holds. }\n';
    expect(faultsOf(policy('work'), { 'terms/tasks.yaml': tasks })).toEqual([
      'terms/tasks.yaml:2: "hold" already names something else.',
    ]);
  });

  it('tells of a policy that forbids and still asks for consent', () => {
    const rule = policy('bar', { effect: 'forbid', annotations: '@needs("hostHead")' });
    expect(faultsOf(rule)[0]).toContain('forbids, so it can have no @needs');
  });

  it('tells of a policy in force before its provision, or for no day at all', () => {
    expect(faultsOf(policy('work', { annotations: '@in_force_from("1990-01-01")' }))[0]).toContain('outside the days');
    const never = '@in_force_from("2020-01-01") @in_force_to("2020-01-01")';
    expect(faultsOf(policy('work', { annotations: never }))[0]).toContain('outside the days');
  });

  it('tells of a rule without provision, a provision without rule, and a folder that is not there', () => {
    expect(faultsOf(policy('work'), { 'other/rule.cedar': '' })).toEqual([
      'other/provision.md: A rule needs the provision it rests on.',
    ]);
    const provision =
      '---\nid: other\ntitle: Other\ncitation: Other\ninForceFrom: 2000-01-01\nconfidence: low\n---\nWords.\n';
    expect(faultsOf(policy('work'), { 'other/provision.md': provision })).toEqual([
      'other/rule.cedar: A provision needs a rule, or else limits in time.',
    ]);
    expect(loadLawPack('no/such/folder')).toMatchObject({ outcome: 'faulty', faults: [{ file: 'no/such/folder' }] });
    expect(() => openLawPack('no/such/folder')).toThrow("can't be used:\nno/such/folder: There is no such folder.");
  });
});

describe('checking a pack', () => {
  const aCase = (expect: object, question: object = {}) =>
    JSON.stringify({
      says: 'The militia may carry.',
      question: {
        statusId: 'militia',
        taskIds: ['carry', 'build'],
        relation: 'home',
        placeId: 'north-land',
        on: '2025-06-01',
        ...question,
      },
      expect,
    });
  const check = (rule: string, cases: Record<string, string>) => {
    const { faults, ...counts } = checkPackFiles(tinyPack(rule, cases));
    // The tiny pack has no schema file, which a pack on disk must have.
    return { ...counts, faults: faults.filter((fault) => fault.file !== 'schema.cedarschema').map(faultText) };
  };

  it('runs every question of every case and counts them', () => {
    const cases = { 'charter/cases/permit/carry.json': aCase({ kind: 'permitted' }) };
    expect(check(policy('work'), cases)).toEqual({ faults: [], provisions: 1, policies: 1, cases: 1, questions: 2 });
  });

  it('tells of a case that ends otherwise than it says', () => {
    const cases = { 'charter/cases/permit/carry.json': aCase({ kind: 'needs', needs: ['hostHead'] }) };
    expect(check(policy('work'), cases).faults).toEqual([
      'charter/cases/permit/carry.json: For "carry" the law says permitted, not needs hostHead.',
      'charter/cases/permit/carry.json: For "build" the law says permitted, not needs hostHead.',
    ]);
  });

  it('tells of a case in the wrong folder, and of words in it that the pack does not know', () => {
    const wrong = { 'charter/cases/refer/carry.json': aCase({ kind: 'permitted' }) };
    expect(check(policy('work'), wrong).faults[0]).toContain('It lies in "refer" but belongs in "permit"');
    const unknown = { 'charter/cases/permit/carry.json': aCase({ kind: 'permitted' }, { taskIds: ['cary'] }) };
    expect(check(policy('work'), unknown).faults[0]).toContain('does not know the task "cary". Maybe "carry".');
  });

  it('tells of a provision without cases, a policy no case reaches, and a case other law decides', () => {
    expect(check(policy('work'), {}).faults).toEqual([
      'charter/provision.md: No case shows what this provision does.',
      'charter/rule.cedar:1: No case is decided by "charter.work".',
    ]);
    const elsewhere = {
      'statute/provision.md':
        '---\nid: statute\ntitle: Statute\ncitation: Statute\ninForceFrom: 2000-01-01\nconfidence: low\n---\nMore.\n',
      'statute/rule.cedar': policy('more', { status: 'army' }).replace('charter.more', 'statute.more'),
      'statute/cases/permit/carry.json': aCase({ kind: 'permitted' }),
    };
    expect(check(policy('work'), elsewhere).faults).toContain(
      'statute/cases/permit/carry.json: For "carry" only other provisions decide: charter.work.',
    );
  });
});
