import { openLawPack } from '@muster/policy-cedar';
import { describePolicyContract } from './describe-policy-contract.ts';

const us = new URL('../../law/us', import.meta.url).pathname;

describePolicyContract('Cedar, with the pack us', () => openLawPack(us));
