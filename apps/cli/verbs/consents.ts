import { dayOf, type Instant, type RequestId } from '@muster/terms';
import { consentsOn, printConsents } from '../print/consents.ts';
import { type Common, print, printJson, unknownRequest, withHouse } from '../session.ts';

/** Where each consent stands today: who, in what capacity, how long they have to answer, who stands in. */
export async function listConsents(id: string, options: Common): Promise<void> {
  const outcome = await withHouse(options, (house) => house.outcome(id as RequestId));
  if (!outcome) throw unknownRequest(id);
  const on = dayOf(new Date().toISOString() as Instant);
  const consents = consentsOn(outcome.consents, on);
  if (options.json) return printJson({ requestId: id, on, consents });
  if (consents.length === 0) return print('No consent has been sought yet.');
  print(printConsents(consents, on));
}
