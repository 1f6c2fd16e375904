import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AuthorityQuestion, Verdict } from '@muster/decision';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkLawPack } from './check/check-law-pack.ts';
import { openLawPack } from './load-law-pack.ts';

/*
 * The research matrix says, for each status and task, what the sources were found to say. It isn't
 * part of the repository; where it lies beside it, the pack is held to every cell it covers.
 */
const matrix = fileURLToPath(new URL('../../../shared/data/authority_matrix.csv', import.meta.url));
const folder = fileURLToPath(new URL('../../law/us', import.meta.url));

/** How the pack says each status of the matrix. */
const statuses: Readonly<Record<string, Partial<Record<keyof AuthorityQuestion, unknown>>>> = {
  SAD_HOME: { statusId: 'stateActiveDuty', relation: 'home' },
  SAD_EMAC: { statusId: 'stateActiveDuty', relation: 'away' },
  T32_HOME: { statusId: 'title32', relation: 'home' },
  T32_AWAY_CONSENT: { statusId: 'title32', relation: 'away', hostConsent: 'given' },
  T32_AWAY_NOCONSENT: { statusId: 'title32', relation: 'away', hostConsent: 'refused' },
  T10_NO_EXCEPTION: { statusId: 'title10', relation: 'away' },
  T10_INSURRECTION_ACT: { statusId: 'title10Insurrection', relation: 'away' },
  DOD_CIVILIAN_DETAIL: { statusId: 'federalCivilian', relation: 'away' },
  FED_LEO_TITLE8: { statusId: 'federalOfficer', relation: 'away', delegationIds: ['dhsDelegation'] },
  FED_LEO_OWN_POWERS: { statusId: 'federalOfficer', relation: 'away' },
  '287G_JEM': { statusId: 'localOfficer', relation: 'home', delegationIds: ['section287g.jail'] },
  '287G_WSO': { statusId: 'localOfficer', relation: 'home', delegationIds: ['section287g.warrant'] },
  '287G_TFM': { statusId: 'localOfficer', relation: 'home', delegationIds: ['section287g.taskForce'] },
  MASS_INFLUX_1103A10: { statusId: 'localOfficer', relation: 'home', delegationIds: ['massInflux'] },
  SPECIAL_DEPUTY_USM: { statusId: 'localOfficer', relation: 'home', delegationIds: ['specialDeputy'] },
  TITLE21_TASKFORCE: { statusId: 'localOfficer', relation: 'home', delegationIds: ['title21'] },
  CONTRACTOR: { statusId: 'contractor', relation: 'away' },
  REHIRED_ANNUITANT: { statusId: 'rehiredAnnuitant', relation: 'away' },
};

/** Statuses of the matrix that belong to other packs. */
const notInThisPack = ['WILDFIRE_NWCG', 'UK_MACA', 'EU_UCPM_MODULE'];

const verdicts = {
  permit: 'permitted',
  needs_approval: 'needs',
  contested: 'needs, contested',
  forbid: 'forbidden',
  unknown: 'noAuthority',
} as const;
const confidences = { high: 'high', med: 'medium', low: 'low' } as const;

const cellSchema = z.object({
  status: z.string(),
  task_class: z.string(),
  verdict: z.enum(['permit', 'needs_approval', 'contested', 'forbid', 'unknown', 'not_in_scope']),
  confidence: z.enum(['high', 'med', 'low']),
});

describe('the authority matrix', () => {
  if (!existsSync(matrix)) {
    it('is not here, so the cases of the pack stand for it', () => {
      console.log(
        'No ../shared/data/authority_matrix.csv beside this repository: the cases in law/us are checked instead.',
      );
      expect(checkLawPack(folder).faults).toEqual([]);
    });
    return;
  }
  const law = openLawPack(folder);
  const cells = z.array(cellSchema).parse(parse(readFileSync(matrix), { columns: true, comment: '#', trim: true }));
  const covered = cells.filter((cell) => cell.status in statuses);
  const taskOf = new Map([...law.terms.tasks].map(([taskId, { code }]) => [code, taskId]));

  it('names no status that is neither in this pack nor known to belong to another', () => {
    const others = new Set(cells.map((cell) => cell.status).filter((status) => !(status in statuses)));
    expect([...others].sort()).toEqual([...notInThisPack].sort());
    expect(covered).toHaveLength(Object.keys(statuses).length * law.terms.tasks.size);
  });

  it.each(covered)('$status $task_class: $verdict, $confidence', ({ status, task_class, verdict, confidence }) => {
    const answer = law.verdict({
      delegationIds: [],
      placeId: 'us-oh',
      on: '2026-01-15',
      hostConsent: 'unanswered',
      act: { kind: 'task', taskId: taskOf.get(task_class) },
      ...statuses[status],
    } as unknown as AuthorityQuestion);
    expect(told(answer)).toBe(verdict === 'not_in_scope' ? 'noAuthority' : verdicts[verdict]);
    // A cell without authority has no policy that could carry its confidence.
    if (answer.kind === 'noAuthority') return;
    expect(answer.because.map((policy) => policy.confidence)).toContain(confidences[confidence]);
  });
});

const told = ({ kind, contested }: Verdict): string => (contested ? `${kind}, contested` : kind);
