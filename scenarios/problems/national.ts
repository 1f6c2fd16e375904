import type { PlanProblem } from '@muster/plan/problem';
import { apportion } from '../apportion.ts';
import { seeded } from './seeded.ts';
import { readStates } from './states.ts';

const skills = ['general', 'transport', 'medical', 'security', 'lawEnforcement'] as const;
const months = Array.from(
  { length: 13 },
  (_, m) => `${2025 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}-01`,
);

/** A whole nation's year: 10,000 pools, 10,000 lines, 12 months. Nothing in it but the states' strengths is data. */
export function nationalProblem(seed: number, pools = 10_000, lines = 10_000): PlanProblem {
  const draw = seeded(seed);
  const states = readStates();
  const perState = apportion(
    pools,
    states.map((s) => s.members),
  );
  return {
    problemId: 'national',
    title: `A nation's year: ${pools} pools, ${lines} lines, 12 months`,
    source: `Guard strengths: DoD data as published for 30 June 2025, estimated where blank. All else drawn from seed ${seed}.`,
    orderOn: '2024-12-15',
    travelKmPerDay: 800,
    turningDays: months,
    places: states.map(({ placeId, latitude, longitude }) => ({ placeId, latitude, longitude })),
    lenders: states.map((s) => ({
      lenderId: `state.${s.code}`,
      strength: s.members + s.officers,
      reserve: Math.round(s.members * 0.05),
    })),
    pools: states.flatMap((s, i) =>
      Array.from({ length: perState[i] ?? 0 }, (_, u) => ({
        poolId: `state.${s.code}.unit${u + 1}`,
        lenderId: `state.${s.code}`,
        skillId: draw.pick(skills),
        placeId: s.placeId,
        people: draw.between(5, 60),
        kinds: ['stateActiveDuty'],
        readyDays: draw.between(0, 10),
        personDayCents: 100 * draw.between(300, 900),
      })),
    ),
    lines: Array.from({ length: lines }, (_, i) => {
      const from = draw.between(0, 11);
      const to = Math.min(12, from + draw.pick([1, 2, 3, 6], [40, 30, 20, 10]));
      const skillId = draw.pick(skills);
      return {
        lineId: `line-${i + 1}`,
        taskId: skillId === 'medical' ? 'medical' : skillId === 'security' ? 'facilitySecurity' : 'logistics',
        skillId,
        placeId: draw.pick(states).placeId,
        period: { fromOn: months[from], toOn: months[to] },
        people: draw.between(3, 80),
        priority: draw.between(1, 3),
      };
    }),
    bars: [],
    limits: [],
    pins: [],
    wishes: [],
    objectives: ['fill', 'arrival', 'cost'],
  } as unknown as PlanProblem;
}
