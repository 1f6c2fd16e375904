import { fileURLToPath } from 'node:url';
import { openLawPack } from '@muster/policy-cedar';
import { describePolicyContract } from './describe-policy-contract.ts';

for (const pack of ['us', 'us-wildfire', 'eu-ucpm', 'uk-maca']) {
  const folder = fileURLToPath(new URL(`../../law/${pack}`, import.meta.url));
  describePolicyContract(`Cedar, with the pack ${pack}`, () => openLawPack(folder));
}
