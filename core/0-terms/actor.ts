import { z } from 'zod';
import { partyIdSchema, personIdSchema } from './ids.ts';

/** The offices people hold in Muster, each within a party. `flow` is Muster itself carrying one stage to the next. */
export const roles = [
  'requestingPlanner',
  'counsel',
  'consentingOfficial',
  'sourcingOfficer',
  'lenderCoordinator',
  'deploymentDesk',
  'financeOfficer',
  'programmeOfficer',
  'auditor',
  'administrator',
  'flow',
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Who gives a command: one person, acting for one party, in one role. */
export const actorSchema = z.strictObject({ personId: personIdSchema, partyId: partyIdSchema, role: roleSchema });
export type Actor = z.infer<typeof actorSchema>;
