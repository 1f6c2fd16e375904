import { fileURLToPath } from 'node:url';
import type { Day } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { loadLawPack, loadPackFiles } from '../load-law-pack.ts';
import { faultText } from '../pack/pack-fault.ts';
import { policy, tinyPack } from '../tiny-pack.ts';
import { diffLaw } from './diff-law.ts';
import { explainVerdict } from './explain-verdict.ts';
import type { LawBook } from './law-book.ts';
import { lawMatrix } from './matrix.ts';
import { type LawWords, readWords } from './read-words.ts';

const loaded = loadLawPack(fileURLToPath(new URL('../../../law/us', import.meta.url)));
if (loaded.outcome !== 'loaded') throw new Error('The pack us is not sound.');
const us = loaded.book;

const words = { status: 'T10_NO_EXCEPTION', task: 'ARR', place: 'TX', on: '2026-06-01' };
const read = (changed: Partial<LawWords> = {}, book = us) => readWords(book, { ...words, ...changed });
function askedBy(changed: Partial<LawWords> = {}) {
  const found = read(changed);
  if ('faults' in found) throw new Error(found.faults.map((fault) => fault.problem).join(' '));
  return found.asked;
}
function faultsBy(changed: Partial<LawWords>, book = us) {
  const found = read(changed, book);
  return 'faults' in found ? found.faults : [];
}

describe('words of a question', () => {
  it('may be codes of the matrix, names of the pack, or labels', () => {
    const asked = askedBy({ lender: 'OH' });
    const same = [
      { status: 'title10', task: 'arrest', place: 'us-tx', lender: 'us.oh' },
      { status: 'Title 10', task: 'Arrest', place: 'Texas', lender: 'Ohio' },
      { status: 't10_no_exception', task: 'arr', place: 'tx', lender: 'State of Ohio' },
    ];
    for (const changed of same) expect({ ...askedBy(changed), code: 'T10_NO_EXCEPTION' }).toEqual(asked);
  });

  it('may name delegations apart or with the status, and a code brings its own', () => {
    const own = { statusId: 'localOfficer', delegationIds: ['section287g.jail'] };
    for (const changed of [
      { status: '287G_JEM' },
      { status: 'localOfficer', delegations: ['287(g) jail model'] },
      { status: 'Local officer with 287(g) jail model' },
    ])
      expect(askedBy(changed)).toMatchObject(own);
  });

  it('that mean nothing are all told of, each with what was probably meant', () => {
    const faults = faultsBy({ status: 'T32_HOMW', task: 'arest', place: 'Texsa', on: '1 June', lender: 'Ohoi' });
    expect(faults.map(({ option, maybe }) => [option, maybe])).toEqual([
      ['status', 'T32_HOME'],
      ['task', 'arrest'],
      ['place', 'Texas'],
      ['lender', 'Ohio'],
      ['on', undefined],
    ]);
  });

  it('tell home from away by the lender, else by the code, else take it to be away', () => {
    expect(askedBy({ lender: 'TX' })).toMatchObject({ relation: 'home', relationBy: 'lender' });
    expect(askedBy({ status: 'SAD_HOME' })).toMatchObject({ relation: 'home', relationBy: 'code', lenderId: 'us.tx' });
    expect(askedBy({ status: 'title32' })).toMatchObject({ relation: 'away', relationBy: 'assumption' });
  });

  it('may not gainsay a code that means home, away or the host’s answer', () => {
    expect(faultsBy({ status: 'SAD_HOME', lender: 'OH' })).toMatchObject([{ option: 'lender' }]);
    expect(faultsBy({ status: 'T32_AWAY_NOCONSENT', hostConsent: 'given' })).toMatchObject([{ option: 'hostConsent' }]);
    expect(faultsBy({ hostConsent: 'perhaps' })).toMatchObject([{ option: 'hostConsent' }]);
  });
});

describe('why', () => {
  it('tells the task and the gate apart, and together the stricter of the two', () => {
    const { together, gate, task, policies } = explainVerdict(us, askedBy());
    expect([together.kind, gate.kind, task.kind]).toEqual(['forbidden', 'needs', 'forbidden']);
    expect(policies.map(({ policyId, provision }) => [policyId, provision.id])).toEqual([
      ['posse-comitatus.no-arrest', 'posse-comitatus'],
      ['title-10-12406.hold', 'title-10-12406'],
    ]);
  });

  it('names the party behind each office, and none where nobody was named', () => {
    const asked = { status: 'DOD_CIVILIAN_DETAIL', task: 'ADM', place: 'TX', on: '2026-06-01' };
    const needs = (changed: Partial<LawWords>) =>
      explainVerdict(us, askedBy({ ...asked, ...changed })).together.needs.map(({ label, party }) => [
        label,
        party?.id,
      ]);
    expect(needs({})).toEqual([
      ['Head of the home agency', undefined],
      ['Head of the receiving agency', undefined],
    ]);
    expect(needs({ lender: 'DoD', requester: 'DHS' })).toEqual([
      ['Head of the home agency', 'us.dod'],
      ['Head of the receiving agency', 'us.dhs'],
    ]);
  });

  it('shows litigation by its day: what came later is marked, and bears on no verdict', () => {
    const on = '2025-10-01';
    const { policies } = explainVerdict(us, askedBy({ on }));
    const notes = policies.find(({ policyId }) => policyId === 'title-10-12406.hold')?.litigation;
    expect(notes?.map((note) => [note.on, note.later])).toEqual([
      ['2025-09-02', false],
      ['2025-12-17', true],
      ['2025-12-23', true],
    ]);
    const litigationOn = (day: string) => {
      const { statusId, delegationIds, relation, placeId, hostConsent } = askedBy();
      const service = { statusId, delegationIds, relation, placeId, hostConsent };
      return us.law.verdict({ ...service, act: { kind: 'hold' }, on: day as Day }).because[0]?.litigation;
    };
    expect(litigationOn('2025-09-01')).toBeUndefined();
    expect(litigationOn(on)).toMatch(/^2025-09-02: (?!.*2025-12)/);
    expect(litigationOn('2026-06-01')).toContain('2025-12-23: ');
  });

  it('shows only limits that bind such service on that day', () => {
    const ids = (changed: Partial<LawWords>) => explainVerdict(us, askedBy(changed)).limits.map((one) => one.limitId);
    expect(ids({ status: 'SAD_EMAC' })).toEqual(['emac.agreement-dates', 'emac.tour']);
    expect(ids({ status: 'SAD_HOME' })).toEqual(['state-active-duty.state-law']);
    expect(ids({ status: '287G_TFM' })).toContain('section-287g.officer-authorisation');
    expect(ids({ status: '287G_JEM' })).not.toContain('section-287g.officer-authorisation');
    expect(ids({ status: 'DOD_CIVILIAN_DETAIL', on: '2025-05-31' })).not.toContain('dod-civilian-detail.detail');
  });
});

describe('the matrix', () => {
  it('has a row for each code and for each status without one, and a letter for each verdict', () => {
    const { rows, tasks } = lawMatrix(us, '2026-06-01' as Day);
    expect(tasks.map((task) => task.code).join(' ')).toBe('ADM LOG ENG MED OBS SEC DET CRW ARR IMM');
    const letters = Object.fromEntries(rows.map((row) => [row.code, row.cells.map((cell) => cell.letter).join('')]));
    expect(letters.T10_NO_EXCEPTION).toBe('NNNNNCFFFF');
    expect(letters.T32_HOME).toBe('PPPPPPNNNC');
    expect(letters['volunteer, home']).toBe('––––––––––');
  });
});

describe('what changes between two packs', () => {
  it('is nothing between a pack and itself', () => {
    const { verdicts, grounds, policies, limits } = diffLaw(us, us);
    expect([verdicts, grounds]).toEqual([[], []]);
    expect([policies, limits]).toEqual(Array(2).fill({ added: [], removed: [], changed: [] }));
  });

  it('is each verdict that differs, from the day on which it does, with both citations', () => {
    const before = tiny(policy('work'));
    const after = tiny(
      policy('work', { annotations: '@in_force_to("2025-06-01")' }) +
        policy('new', { annotations: '@in_force_from("2025-06-01") @needs("hostHead")' }),
    );
    const { verdicts, policies } = diffLaw(before, after);
    expect(verdicts.map(({ code, act, fromOn, toOn }) => [code, act, fromOn, toOn])).toEqual([
      ['militia, home', 'carry', '2025-06-01', undefined],
      ['militia, home', 'build', '2025-06-01', undefined],
      ['militia, away', 'carry', '2025-06-01', undefined],
      ['militia, away', 'build', '2025-06-01', undefined],
    ]);
    expect(verdicts[0]).toMatchObject({
      before: { kind: 'permitted', because: [{ citation: 'Charter, work' }] },
      after: { kind: 'needs', needs: ['Head of the host'], because: [{ citation: 'Charter, new' }] },
    });
    expect(policies).toEqual({ added: ['charter.new'], removed: [], changed: ['charter.work'] });
    expect(diffLaw(before, after, '2025-05-31' as Day).verdicts).toEqual([]);
  });

  it('ends on the day on which both agree again', () => {
    const bar = policy('bar', {
      effect: 'forbid',
      annotations: '@in_force_from("2025-03-01") @in_force_to("2025-04-01")',
    });
    const [change] = diffLaw(tiny(policy('work')), tiny(policy('work') + bar)).verdicts;
    expect([change?.fromOn, change?.toOn, change?.after.kind]).toEqual(['2025-03-01', '2025-04-01', 'forbidden']);
  });

  it('tells the same verdict on other grounds apart', () => {
    const other = policy('other').replace('Charter, other', 'Custom');
    const { verdicts, grounds } = diffLaw(tiny(policy('work')), tiny(other));
    expect(verdicts).toEqual([]);
    expect(grounds).toHaveLength(4);
  });
});

function tiny(rule: string): LawBook {
  const pack = loadPackFiles(tinyPack(rule));
  if (pack.outcome === 'loaded') return pack.book;
  throw new Error(pack.faults.map(faultText).join('\n'));
}
