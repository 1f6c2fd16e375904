import { z } from 'zod';

/** How much of a source was seen; not doubt about the outcome. */
export const confidenceSchema = z.enum(['high', 'medium', 'low']);
