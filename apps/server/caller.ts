import { actorSchema } from '@muster/terms';

/** Whoever calls from outside is a person: the flow's own role cannot be put on. */
export const callerSchema = actorSchema.refine(
  (a) => a.role !== 'flow',
  'must be the role of a person, not that of the flow',
);
