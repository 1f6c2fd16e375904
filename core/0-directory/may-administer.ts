import { type Actor, type PartyId, type Refusal, refuse } from '@muster/terms';
import type { Organisation } from './organisation.ts';

/**
 * Why this administrator has no say in an organisation; undefined for those of the organisation itself, of one it is part
 * of, and of the keeper. While nobody keeps the directory, everybody is believed.
 */
export function notAdministered(
  by: Actor,
  keeperId: PartyId | undefined,
  line: readonly Organisation[],
  asked: string,
): Refusal | undefined {
  if (keeperId === undefined || by.partyId === keeperId) return undefined;
  if (line.some((o) => o.partyId === by.partyId)) return undefined;
  const own = line.map((o) => o.partyId).join(', ') || 'none';
  return refuse('DIRECTORY_NOT_YOURS', {
    asked,
    why: `${by.partyId} neither is that organisation nor one it is part of, and does not keep the directory.`,
    allowed: `An administrator of one of these may: ${[...new Set([own, keeperId])].join(', ')}.`,
  });
}

export const notKept = (asked: string): Refusal =>
  refuse('DIRECTORY_NOT_KEPT', {
    asked,
    why: 'Nobody keeps the directory yet, so everybody is believed and nothing of it would hold.',
    allowed: 'Whoever runs this Muster says who keeps it first.',
  });
