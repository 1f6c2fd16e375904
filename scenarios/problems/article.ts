import type { PlanProblem } from '@muster/plan/problem';
import { apportion } from '../apportion.ts';
import { seeded } from './seeded.ts';
import { readStates } from './states.ts';

/** Task, skill and share of the people asked, as in the article's request. */
const work = [
  { taskId: 'administration', skillId: 'general', share: 20 },
  { taskId: 'logistics', skillId: 'general', share: 25 },
  { taskId: 'facilitySecurity', skillId: 'security', share: 15 },
  { taskId: 'medical', skillId: 'medical', share: 5 },
  { taskId: 'logistics', skillId: 'transport', share: 15 },
  { taskId: 'detentionSupport', skillId: 'general', share: 15 },
  { taskId: 'arrest', skillId: 'lawEnforcement', share: 5 },
] as const;
const hosts = ['us-tx', 'us-fl', 'us-az', 'us-ca', 'us-ga', 'us-nc', 'us-il', 'us-ny', 'us-la'] as const;
const hostWeights = [30, 18, 12, 10, 6, 6, 6, 6, 6];
const turns = ['2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01'] as const;
const asked = 22_000;

/**
 * The size of the article: 54 Guards in some hundreds of units, 5 federal and 400 local agencies, 22,000 people asked on
 * about 60 lines. States' strengths are data; units, shares and windows are drawn from a seed. `full` adds what breaks a
 * pure network: consents over parts of the work, tours and whole teams.
 */
export function articleProblem(seed: number, full = false): PlanProblem {
  const draw = seeded(seed);
  const states = readStates();
  const lenders: unknown[] = [];
  const pools: unknown[] = [];
  const limits: unknown[] = [];
  for (const s of states) {
    const lent = Math.round(s.members * 0.12);
    lenders.push({ lenderId: `guard.${s.code}`, strength: s.members, reserve: Math.round(lent * 0.4) });
    const sizes = apportion(
      lent,
      Array.from({ length: draw.between(10, 20) }, () => draw.between(2, 10)),
    );
    for (const [u, people] of sizes.entries()) {
      pools.push({
        poolId: `guard.${s.code}.unit${u + 1}`,
        lenderId: `guard.${s.code}`,
        skillId: draw.pick(['general', 'security', 'transport', 'medical'], [60, 20, 15, 5]),
        placeId: s.placeId,
        people,
        kinds: ['title32'],
        readyDays: draw.between(2, 5),
        personDayCents: 45_900 + 100 * draw.between(-40, 40),
        ...(full && people >= 8 && draw.between(1, 4) === 1 ? { teamSize: 4 } : {}),
        ...(full ? { mostPersonDays: people * 90 } : {}),
      });
    }
    if (full && draw.between(1, 3) === 1) {
      limits.push({
        limitId: `consent.${s.code}`,
        barrier: 'consent',
        selects: [{ lenderIds: [`guard.${s.code}`], taskIds: ['detentionSupport', 'facilitySecurity'] }],
        mostPeople: draw.between(0, 60),
        words: 'The Governor consents to so many near detention and guard work.',
      });
    }
  }
  for (let i = 1; i <= 5; i++) {
    lenders.push({ lenderId: `federal.${i}`, strength: 10_000, reserve: 0 });
    for (const skillId of ['lawEnforcement', 'general', 'medical']) {
      const people = draw.between(20, 250);
      const placeId = draw.pick(['us-dc', 'us-va', 'us-tx']);
      pools.push({
        ...civilian(`federal.${i}.${skillId}`, `federal.${i}`, placeId, people, draw.between(3, 6)),
        skillId,
      });
    }
  }
  for (let i = 1; i <= 400; i++) {
    const s = draw.pick(
      states,
      states.map((one) => one.officers),
    );
    lenders.push({ lenderId: `local.${i}`, strength: draw.between(50, 900), reserve: 0 });
    pools.push({
      ...civilian(`local.${i}.officers`, `local.${i}`, s.placeId, draw.between(1, 12), draw.between(1, 3)),
      skillId: 'lawEnforcement',
    });
  }

  const parts = work.flatMap((w) =>
    hosts.map((placeId, h) => ({ ...w, placeId, weight: w.share * (hostWeights[h] ?? 1) })),
  );
  const people = apportion(
    asked,
    parts.map((p) => p.weight),
  );
  const lines = parts.map((p, i) => {
    const from = draw.between(0, 1);
    return {
      lineId: `line-${i + 1}.${p.taskId}.${p.placeId}`,
      taskId: p.taskId,
      skillId: p.skillId,
      placeId: p.placeId,
      period: { fromOn: turns[from], toOn: turns[4] },
      people: people[i] ?? 0,
      priority: draw.between(1, 3),
    };
  });
  return {
    problemId: full ? 'article-full' : 'article',
    title: 'The article: 22,000 people for support and arrest lines',
    source: `Guard strengths: DoD data as published for 30 June 2025, estimated where blank. Units, agencies, costs and windows: drawn from seed ${seed}.`,
    orderOn: '2025-09-20',
    travelKmPerDay: 800,
    turningDays: [...turns],
    places: states.map(({ placeId, latitude, longitude }) => ({ placeId, latitude, longitude })),
    lenders,
    pools,
    lines: lines.filter((l) => l.people > 0),
    bars: [
      {
        barId: 'guard-arrest',
        barrier: 'authority',
        select: { kinds: ['title32'], taskIds: ['arrest'] },
        words: 'Arrest under Title 32 away from home has no authority.',
      },
    ],
    limits,
    pins: [],
    wishes: [],
    objectives: full ? ['fill', 'arrival', 'cost', 'burden'] : ['fill', 'arrival', 'cost'],
  } as unknown as PlanProblem;
}

const civilian = (poolId: string, lenderId: string, placeId: string, people: number, readyDays: number) => ({
  poolId,
  lenderId,
  placeId,
  people,
  kinds: ['federalOfficer'],
  readyDays,
  personDayCents: 60_000,
});
