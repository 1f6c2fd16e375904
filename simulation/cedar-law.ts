import { fileURLToPath } from 'node:url';
import type { LawPort } from '@muster/decision';
import { openLawPack } from '@muster/policy-cedar';

let opened: LawPort | undefined;

/** The toy country's law as rules that the real engine reads; one for all lives, so that each question is decided once. */
export function cedarLaw(): LawPort {
  opened ??= openLawPack(fileURLToPath(new URL('./toy-law', import.meta.url)));
  return opened;
}
