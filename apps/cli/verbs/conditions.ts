import { conditionToCedar } from '@muster/policy-cedar';
import type { RequestId } from '@muster/terms';
import { printConditions } from '../print/conditions.ts';
import { type Common, print, printJson, unknownRequest, withHouse } from '../session.ts';

/** Every condition that binds the request: as sentences, in Cedar, or both as JSON. */
export async function showConditions(id: string, options: Common & { readonly cedar?: boolean }): Promise<void> {
  const { policies, terms } = await withHouse(options, async (house) => {
    const picture = await house.decided(id as RequestId);
    if (!picture.request) throw unknownRequest(id);
    const granted = [...picture.consents.values()].flatMap((consent) => consent.policy ?? []);
    return { policies: [...picture.counselPolicies, ...granted], terms: house.law.terms };
  });
  if (options.json) {
    printJson({
      requestId: id,
      conditions: policies.map((policy) => ({ ...policy, cedar: conditionToCedar(policy) })),
    });
  } else if (policies.length === 0)
    print('No condition binds it yet: counsel has attached none, and nobody has consented.');
  else if (options.cedar) print(policies.map(conditionToCedar).filter(Boolean).join('\n\n'));
  else print(printConditions(policies, terms));
}
