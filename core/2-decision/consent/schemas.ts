import {
  capacitySchema,
  partyIdSchema,
  periodSchema,
  placeIdSchema,
  requestIdSchema,
  sourceSchema,
  statusIdSchema,
  taskIdSchema,
} from '@muster/terms';
import { z } from 'zod';
import { refusalReasons } from '../events.ts';

/** Which consent: of one party, in one capacity, to one request. */
export const oneConsent = {
  requestId: requestIdSchema,
  capacity: capacitySchema,
  partyId: partyIdSchema,
};

export const conditionsSchema = z.strictObject({
  onlyTaskIds: z.array(taskIdSchema).min(1).optional(),
  barredTaskIds: z.array(taskIdSchema).min(1).optional(),
  onlyPlaceIds: z.array(placeIdSchema).min(1).optional(),
  onlyStatusIds: z.array(statusIdSchema).min(1).optional(),
  period: periodSchema.optional(),
  recallNoticeDays: z.int().min(0).max(365).optional(),
});

/** An answer's own words, its coded reason where it says no, and where it was said. */
export const answerWords = { words: z.string().min(3).max(1000), source: sourceSchema };
export const reasonSchema = z.enum(refusalReasons);
