import type { PlantedBug } from '../planted-bug.ts';
import { proposes, revises } from './plan-as-made.ts';

export const floorBroken: PlantedBug = {
  name: 'floor-broken',
  wrong: 'A plan may take people whom a lender keeps at home as its reserve.',
  breaks: ['reserve-kept', 'pool-not-over-committed'],
  forgets: [
    { act: 'ProposePlan', code: 'PLAN_BELOW_RESERVE', states: proposes },
    { act: 'RevisePlan', code: 'PLAN_BELOW_RESERVE', states: revises },
  ],
};
