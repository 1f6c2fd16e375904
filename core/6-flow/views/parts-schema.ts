import { z } from 'zod';

/** A thing with its id, and its name as a reader sees it. */
export const named = z.object({ id: z.string(), name: z.string() });

/** A policy of the law pack that decided, with its citation. */
export const policy = z.object({
  policyId: z.string(),
  effect: z.enum(['permit', 'forbid']),
  citation: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  inForceFrom: z.string(),
  inForceTo: z.string().optional(),
  litigation: z.string().optional(),
});
