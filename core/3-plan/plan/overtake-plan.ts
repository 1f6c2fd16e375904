import type { LawPort } from '@muster/decision/events';
import { type Act, offerStream, planStream, type ReadStream, type RequestId, requestIdSchema } from '@muster/terms';
import { z } from 'zod';
import type { OfferFact, PlanOvertaken } from '../events.ts';
import { gatherPicture, type PlanningPicture } from '../planning-picture.ts';
import { noPlan, notBroken } from './break-plan.ts';
import { freed, lossesOf, stillPermits } from './loss-of-plan.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  /** What was decided since: another opinion of counsel, or another version of the request. */
  because: z.strictObject({ decided: z.enum(['opinion', 'version']), requestVersion: z.int().min(1) }),
});
type Data = z.infer<typeof data>;

/** What the plan must respect, and the offers it was made of: a version that changes materially asks for new ones. */
interface OvertakingPicture extends PlanningPicture {
  readonly offersBefore: PlanningPicture['offers'];
}

async function gather(read: ReadStream, d: { readonly requestId: RequestId }): Promise<OvertakingPicture> {
  const picture = await gatherPicture(read, d);
  const lenderIds = [picture.plan, picture.committed].flatMap((plan) => plan?.assignments ?? []).map((a) => a.lenderId);
  const offersBefore: PlanningPicture['offers'][number][] = [];
  for (const lenderId of new Set(lenderIds)) {
    const facts = (await read(offerStream(d.requestId, lenderId))).map((r) => r.fact as OfferFact);
    offersBefore.push(...facts.map((f) => f.data));
  }
  return { ...picture, offersBefore };
}

/**
 * Shows at once whom a plan has lost because counsel or the party that asks has decided anew: counsel does not concur or
 * sets other conditions, or the request has changed in what was answered to. Who was committed is free again.
 */
export const overtakePlan: Act<'OvertakePlan', Data, OvertakingPicture, PlanOvertaken, { law: LawPort }> = {
  name: 'OvertakePlan',
  doc: 'Show whom the plan has lost because of a later opinion or a later version of the request, and give those committed back; given by the flow.',
  who: ['flow'],
  data,
  writes: (d) => planStream(d.requestId),
  gather,
  decide: (picture, command, { law }) => {
    const { requestId, because } = command.data;
    const asked = `To show what the plan of "${requestId}" has lost since it was made.`;
    if (!picture.plan) return noPlan(asked);
    const losses = lossesOf({ ...picture, offers: picture.offersBefore }, law, stillPermits(picture, law));
    if (losses.length === 0) return notBroken(asked);
    return losses.map((loss) => ({ type: 'PlanOvertaken', version: 1, data: { ...loss, because } }));
  },
  alongside: (picture, _, { law }) => freed(picture, law, stillPermits(picture, law)),
};
