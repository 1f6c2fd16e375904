import type { RequestId } from '@muster/terms';
import { printOrders } from '../print/lender-orders.ts';
import { type Common, print, printJson, unknownRequest, withHouse } from '../session.ts';

/** What became of each lender's order: its seats, and where its people are. */
export async function listOrders(id: string, options: Common): Promise<void> {
  const requestId = id as RequestId;
  const orders = await withHouse(options, async (house) => {
    if (!(await house.requests()).some((r) => r.requestId === requestId)) throw unknownRequest(id);
    return house.orders(requestId);
  });
  if (options.json) return printJson({ requestId: id, orders });
  if (orders.length === 0) return print('Nobody is ordered yet: orders come when a plan is committed.');
  print(printOrders(orders));
}
