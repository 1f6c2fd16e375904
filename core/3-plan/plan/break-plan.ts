import type { LawPort } from '@muster/decision/events';
import {
  type Act,
  capacitySchema,
  partyIdSchema,
  planStream,
  type Refusal,
  refuse,
  requestIdSchema,
} from '@muster/terms';
import { z } from 'zod';
import type { PlanBroken } from '../events.ts';
import { gatherPicture, type PlanningPicture } from '../planning-picture.ts';
import { freed, lossesOf, permitsOf } from './loss-of-plan.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  /** The consent that has ended. */
  because: z.strictObject({ partyId: partyIdSchema, capacity: capacitySchema }),
});
type Data = z.infer<typeof data>;

/** Shows at once whom a plan has lost because a consent it rests on has ended; who was committed is free again. */
export const breakPlan: Act<'BreakPlan', Data, PlanningPicture, PlanBroken, { law: LawPort }> = {
  name: 'BreakPlan',
  doc: 'Show whom the plan has lost because a consent it rests on has ended, and give those committed back; given by the flow.',
  who: ['flow'],
  data,
  writes: (d) => planStream(d.requestId),
  gather: gatherPicture,
  decide: (picture, command, { law }) => {
    const { requestId, because } = command.data;
    const asked = `To show what the plan of "${requestId}" has lost with the consent of ${because.partyId}.`;
    if (!picture.plan) return noPlan(asked);
    const losses = lossesOf(picture, law, permitsOf(picture, law));
    if (losses.length === 0) return notBroken(asked);
    return losses.map((loss) => ({ type: 'PlanBroken', version: 1, data: { ...loss, because } }));
  },
  alongside: (picture, _, { law }) => freed(picture, law, permitsOf(picture, law)),
};

export const noPlan = (asked: string): Refusal =>
  refuse('PLAN_UNKNOWN', { asked, why: 'There is no plan yet.', allowed: 'Propose a plan first.' });

export const notBroken = (asked: string): Refusal =>
  refuse('PLAN_NOT_BROKEN', {
    asked,
    why: 'Every assignment of the plan is still permitted.',
    allowed: 'Nothing need be done.',
  });
