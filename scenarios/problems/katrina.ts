import type { PlanProblem } from '@muster/plan/problem';
import { apportion } from '../apportion.ts';
import { seeded } from './seeded.ts';
import { readStates } from './states.ts';

/** Figures of the response to Hurricanes Katrina and Rita under EMAC, 2005 (GAO-07-854; EMAC after-action talk). */
const asked = 65_919;
const missions = 2_174;
const guardShare = 46_500 / asked;
const hosts = ['us-la', 'us-ms', 'us-al', 'us-tx', 'us-fl'] as const;
const hostWeights = [50, 32, 6, 9, 3];
/** From landfall for 80 days, in four times. */
const turns = ['2005-08-31', '2005-09-14', '2005-10-01', '2005-10-24', '2005-11-18'] as const;

const guardSkills = ['general', 'transport', 'medical', 'security'] as const;
const guardWeights = [50, 20, 8, 22];
const civilSkills = ['medical', 'lawEnforcement', 'transport', 'general'] as const;
const civilWeights = [30, 35, 15, 20];
const taskOf = {
  general: 'logistics',
  transport: 'logistics',
  medical: 'medical',
  security: 'facilitySecurity',
  lawEnforcement: 'crowdControl',
} as const;

/**
 * The size of Katrina: 2,174 missions for 65,919 people, of whom 46,500 from the Guards of 54 jurisdictions. The totals
 * are public; how they fall on missions, units, skills and weeks is drawn from a seed, and today's strengths stand in for
 * those of 2005, of which no source gives all. `full` adds tours and consents that break a pure network.
 */
export function katrinaProblem(seed: number, full = false): PlanProblem {
  const draw = seeded(seed);
  const states = readStates();
  const hit = new Set<string>(['us-la', 'us-ms']);
  const lenders: unknown[] = [];
  const pools: unknown[] = [];
  const limits: unknown[] = [];
  for (const s of states) {
    const lent = Math.round(s.members * (hit.has(s.placeId) ? 0.02 : 0.22));
    lenders.push({ lenderId: `guard.${s.code}`, strength: s.members, reserve: Math.round(lent * 0.3) });
    for (const [u, people] of apportion(lent, weights(draw, 25)).entries()) {
      pools.push(poolOf(`guard.${s.code}.unit${u + 1}`, `guard.${s.code}`, s.placeId, people, 'stateActiveDuty'));
    }
    const civil = Math.round(s.officers * (hit.has(s.placeId) ? 0.005 : 0.03)) + 20;
    lenders.push({ lenderId: `civil.${s.code}`, strength: Math.max(1, s.officers), reserve: Math.round(civil * 0.2) });
    for (const [u, people] of apportion(civil, weights(draw, 12)).entries()) {
      pools.push(poolOf(`civil.${s.code}.unit${u + 1}`, `civil.${s.code}`, s.placeId, people, 'localOfficer'));
    }
    if (full && draw.between(1, 4) === 1) {
      limits.push({
        limitId: `consent.${s.code}`,
        barrier: 'consent',
        selects: [{ lenderIds: [`guard.${s.code}`, `civil.${s.code}`], taskIds: ['facilitySecurity', 'crowdControl'] }],
        mostPeople: Math.round(lent * 0.1),
        words: 'The Governor consents to so many on police work.',
      });
    }
  }
  function poolOf(poolId: string, lenderId: string, placeId: string, people: number, kind: string) {
    const guard = kind === 'stateActiveDuty';
    return {
      poolId,
      lenderId,
      skillId: guard ? draw.pick(guardSkills, guardWeights) : draw.pick(civilSkills, civilWeights),
      placeId,
      people,
      kinds: [kind],
      readyDays: draw.between(0, 4),
      personDayCents: guard ? 100 * draw.between(300, 600) : 100 * draw.between(400, 900),
      ...(full ? { mostPersonDays: people * 45 } : {}),
    };
  }

  const shape = Array.from({ length: missions }, () => draw.between(1, 20) ** 2);
  const lines = apportion(asked - missions, shape).map((more, i) => {
    const guard = draw.between(1, 1000) <= guardShare * 1000;
    const skillId = guard ? draw.pick(guardSkills, guardWeights) : draw.pick(civilSkills, civilWeights);
    // Most missions begin in the first two weeks: 6,335 people were there within 36 hours.
    const from = draw.pick([0, 1, 2, 3], [45, 30, 15, 10]);
    const to = draw.pick([from + 1, from + 2, 4], [50, 30, 20]);
    return {
      lineId: `mission-${i + 1}`,
      taskId: taskOf[skillId],
      skillId,
      placeId: draw.pick(hosts, hostWeights),
      period: { fromOn: turns[from], toOn: turns[Math.min(4, to)] },
      people: more + 1,
      priority: draw.pick([1, 2, 3], [40, 40, 20]),
    };
  });
  return {
    problemId: full ? 'katrina-full' : 'katrina',
    title: 'Hurricane Katrina: 65,919 people on 2,174 missions',
    source: `Totals: GAO-07-854 and the EMAC after-action talk. Strengths: DoD data for 30 June 2025 and FBI 2024-25, standing in for 2005. Missions, units and costs: drawn from seed ${seed}.`,
    orderOn: '2005-08-29',
    travelKmPerDay: 800,
    turningDays: [...turns],
    places: states.map(({ placeId, latitude, longitude }) => ({ placeId, latitude, longitude })),
    lenders,
    pools,
    lines,
    bars: [],
    limits,
    pins: [],
    wishes: [],
    objectives: full ? ['fill', 'arrival', 'cost', 'burden'] : ['fill', 'arrival', 'cost'],
  } as unknown as PlanProblem;
}

const weights = (draw: ReturnType<typeof seeded>, n: number): number[] =>
  Array.from({ length: n }, () => draw.between(2, 10));
