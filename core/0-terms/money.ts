import { z } from 'zod';

/** Money in minor units (cents), whole: no figure is ever rounded by storage. */
export const centsSchema = z.int('must be whole cents').min(0, 'must not be negative').max(Number.MAX_SAFE_INTEGER);
export type Cents = number;
