import type { Outcome } from '@muster/flow';

/** Through what a plan has lost people: `Ohio withdraws`, or what was decided after it. */
export function whatBroke({ party, overtakenBy }: Outcome['broken'][number]): string {
  if (party) return `${party.name} withdraws`;
  const version = `version ${overtakenBy?.requestVersion} of the request`;
  return overtakenBy?.decided === 'opinion' ? `counsel gives another opinion on ${version}` : `${version} is submitted`;
}
