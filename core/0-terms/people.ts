import { z } from 'zod';

/** A count of people: a whole number, 0 to ten million. */
export const peopleSchema = z
  .int('must be a whole number of people')
  .min(0, 'must not be negative')
  .max(10_000_000, 'must be at most 10,000,000 people');
export type People = number;

/** A count of people asked for or granted: at least one. */
export const somePeopleSchema = peopleSchema.min(1, 'must be at least one person');
