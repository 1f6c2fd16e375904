import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PlanProblem } from '@muster/plan/problem';
import { makeProblem } from '@muster/scenarios/problems';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerProblems } from './answer-problems.ts';
import { anyProblem } from './any-problem.ts';

const script = fileURLToPath(new URL('./answer-problems.ts', import.meta.url));
const inOtherProcess = (problems: readonly PlanProblem[], zone: string): string =>
  execFileSync(process.execPath, ['--import', 'tsx', script], {
    input: JSON.stringify(problems),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, TZ: zone, LANG: 'C', LC_ALL: 'tr_TR.UTF-8' },
  });

it('the same problem has the same plan and proof, to the last byte, in every process, wherever its clock stands', async () => {
  const drawn = fc.sample(anyProblem, { numRuns: 25, seed: Number(process.env.MUSTER_SEED) });
  const article = makeProblem('article') as PlanProblem;
  const problems = [...drawn, { ...article, pools: article.pools.slice(0, 30) }];
  const here = await answerProblems(problems);
  expect(JSON.parse(here).filter(({ outcome }: { outcome: string }) => outcome === 'solved')).toHaveLength(
    2 * problems.length,
  );
  for (const zone of ['Pacific/Kiritimati', 'America/New_York']) expect(inOtherProcess(problems, zone)).toBe(here);
  // Asked again, a process that has answered before answers the same.
  expect(await answerProblems(problems)).toBe(here);
}, 200_000);
