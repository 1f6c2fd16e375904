import { z } from 'zod';

/**
 * Ids are text with a short prefix that says what they name: `req_…`, `pln_…`.
 * Whoever gives a command makes the ids in it, so that the same command can be sent again safely.
 */
const prefixedId = (prefix: string, example: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${prefix}_[a-z0-9][a-z0-9-]{0,79}$`),
      `must be an id like ${example}: "${prefix}_" and then small letters, digits or hyphens`,
    );

export const requestIdSchema = prefixedId('req', 'req_2025-05-guard').brand<'RequestId'>();
export type RequestId = z.infer<typeof requestIdSchema>;

export const lineIdSchema = prefixedId('lin', 'lin_medical-tx').brand<'LineId'>();
export type LineId = z.infer<typeof lineIdSchema>;

export const poolIdSchema = prefixedId('pol', 'pol_oh-general').brand<'PoolId'>();
export type PoolId = z.infer<typeof poolIdSchema>;

export const planIdSchema = prefixedId('pln', 'pln_guard-1').brand<'PlanId'>();
export type PlanId = z.infer<typeof planIdSchema>;

export const deploymentIdSchema = prefixedId('dep', 'dep_az-2018-logistics').brand<'DeploymentId'>();
export type DeploymentId = z.infer<typeof deploymentIdSchema>;

export const conditionIdSchema = prefixedId('cnd', 'cnd_detention-cap').brand<'ConditionId'>();
export type ConditionId = z.infer<typeof conditionIdSchema>;

export const standInIdSchema = prefixedId('sta', 'sta_north-deputy').brand<'StandInId'>();
export type StandInId = z.infer<typeof standInIdSchema>;

export const commandIdSchema = prefixedId('cmd', 'cmd_1f0c').brand<'CommandId'>();
export type CommandId = z.infer<typeof commandIdSchema>;

export const personIdSchema = prefixedId('per', 'per_dhs-planner').brand<'PersonId'>();
export type PersonId = z.infer<typeof personIdSchema>;

/** Somebody who serves for a lender. The id must tell nothing of who it is, so it is drawn by chance and not chosen. */
export const servingPersonIdSchema = z
  .string()
  .regex(
    /^prs_[0-9a-f]{32}$/,
    'must be an id that tells nothing: "prs_" and then 32 hexadecimal digits drawn by chance',
  )
  .brand<'ServingPersonId'>();
export type ServingPersonId = z.infer<typeof servingPersonIdSchema>;

/** Names that a law pack gives: they mean nothing to the core but equality. */
const packName = (example: string) =>
  z
    .string()
    .regex(
      /^[a-z][a-zA-Z0-9.-]{0,79}$/,
      `must be a name such as ${example}: a small letter, then letters, digits, dots or hyphens`,
    );

export const partyIdSchema = packName('us.oh').brand<'PartyId'>();
export type PartyId = z.infer<typeof partyIdSchema>;

export const placeIdSchema = packName('us-tx').brand<'PlaceId'>();
export type PlaceId = z.infer<typeof placeIdSchema>;

export const taskIdSchema = packName('logistics').brand<'TaskId'>();
export type TaskId = z.infer<typeof taskIdSchema>;

export const skillIdSchema = packName('medical').brand<'SkillId'>();
export type SkillId = z.infer<typeof skillIdSchema>;

export const statusIdSchema = packName('title32').brand<'StatusId'>();
export type StatusId = z.infer<typeof statusIdSchema>;

export const delegationIdSchema = packName('dhsDelegation').brand<'DelegationId'>();
export type DelegationId = z.infer<typeof delegationIdSchema>;

export const capacitySchema = packName('lenderGovernor').brand<'Capacity'>();
/** In what office a party consents, such as `lenderGovernor`; the law pack names and resolves them. */
export type Capacity = z.infer<typeof capacitySchema>;
