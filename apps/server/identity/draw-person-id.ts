import { randomBytes } from 'node:crypto';
import type { PersonId } from '@muster/terms';

/** An id for somebody new: it tells nothing of who they are. */
export const drawPersonId = (): PersonId => `per_${randomBytes(10).toString('hex')}` as PersonId;
