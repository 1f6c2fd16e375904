import { fileURLToPath } from 'node:url';
import { openLawPack } from '@muster/policy-cedar';
import { describePolicyContract } from './describe-policy-contract.ts';

const us = fileURLToPath(new URL('../../law/us', import.meta.url));

describePolicyContract('Cedar, with the pack us', () => openLawPack(us));
