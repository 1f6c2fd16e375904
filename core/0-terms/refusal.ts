/** A law policy that decided, as shown to a reader: never only its id. */
export interface CitedPolicy {
  readonly policyId: string;
  readonly citation: string;
}

/**
 * A refusal is a value, never a thrown error. It says what was asked, why not, and what would be
 * allowed; the codes are stable and documented in docs/reference/refusals.md.
 */
export interface Refusal {
  readonly refused: true;
  /** `STAGE_REASON`, such as `REQUEST_INCOMPLETE`. */
  readonly code: RefusalCode;
  /** What was asked, in one sentence. */
  readonly asked: string;
  /** Why not, in one sentence. */
  readonly why: string;
  /** What would be allowed, in one sentence. */
  readonly allowed: string;
  /** Each fault by the path of its field, such as `lines.2.taskId`. */
  readonly faults?: readonly Fault[];
  readonly policies?: readonly CitedPolicy[];
}

export interface Fault {
  readonly field: string;
  readonly problem: string;
}

/** In order of precedence within a stage: the first that applies is the one given. */
export const refusalCodes = [
  'COMMAND_UNKNOWN',
  'COMMAND_INVALID',
  'COMMAND_REUSED',
  'COMMAND_ROLE_NOT_ALLOWED',
  'COMMAND_CLASHED',
  'DIRECTORY_ROLE_NOT_HELD',
  'DIRECTORY_NOT_KEPT',
  'DIRECTORY_KEPT_BY_OTHER',
  'DIRECTORY_ORGANISATION_UNKNOWN',
  'DIRECTORY_ORGANISATION_CLOSED',
  'DIRECTORY_NOT_YOURS',
  'DIRECTORY_ORGANISATION_EXISTS',
  'DIRECTORY_CIRCLE',
  'DIRECTORY_SOVEREIGN_WRONG',
  'DIRECTORY_KEEPER_STAYS',
  'DIRECTORY_SAME_PERSON',
  'DIRECTORY_OTHER_SOVEREIGN',
  'DIRECTORY_PERIOD_OVER',
  'DIRECTORY_ROLE_ALREADY_GIVEN',
  'DIRECTORY_ADMINISTRATOR_DECIDES_NOTHING',
  'DIRECTORY_ROLE_NOT_GIVEN',
  'DIRECTORY_SETTING_ALREADY_SET',
  'REQUEST_EXISTS',
  'REQUEST_UNKNOWN',
  'REQUEST_NOT_YOURS',
  'REQUEST_WITHDRAWN',
  'REQUEST_NOT_SUBMITTED',
  'REQUEST_INCOMPLETE',
  'REQUEST_UNCHANGED',
  'REQUEST_ALREADY_PUBLISHED',
  'REQUEST_NOT_PUBLISHED',
  'DECISION_LAW_STANDS',
  'DECISION_NOT_YOURS',
  'DECISION_TERM_UNKNOWN',
  'DECISION_AUTHORITY_NOT_DERIVED',
  'DECISION_NO_AUTHORITY',
  'DECISION_NOTHING_SUPPOSED',
  'DECISION_KIND_NOT_USED',
  'DECISION_LINE_NOT_OPEN',
  'DECISION_PRESENCE_MISSING',
  'DECISION_CONDITION_FULL',
  'REVIEW_SAME_PARTY',
  'REVIEW_SAME_PERSON',
  'REVIEW_NOT_YOURS',
  'REVIEW_OTHER_VERSION',
  'REVIEW_CRITERION_MISSING',
  'REVIEW_CONDITION_MISSING',
  'REVIEW_NOT_CONCURRED',
  'REVIEW_CONDITION_BROKEN',
  'CONSENT_NOT_SOUGHT',
  'CONSENT_ALREADY_SOUGHT',
  'CONSENT_NOT_ASKED',
  'CONSENT_NOT_YOURS',
  'CONSENT_SAME_PERSON',
  'CONSENT_STAND_IN_NOT_COVERING',
  'CONSENT_STAND_IN_BARRED',
  'CONSENT_STAND_IN_EXCEEDED',
  'CONSENT_STAND_IN_NOT_YOURS',
  'CONSENT_STAND_IN_EXISTS',
  'CONSENT_STAND_IN_SAME_PERSON',
  'CONSENT_STAND_IN_SAME_PARTY',
  'CONSENT_STAND_IN_PERIOD_OVER',
  'CONSENT_STAND_IN_UNKNOWN',
  'CONSENT_STAND_IN_ALREADY_ENDED',
  'CONSENT_ALREADY_ANSWERED',
  'CONSENT_TOO_LATE',
  'CONSENT_MORE_THAN_ASKED',
  'CONSENT_NOT_YET_LAPSED',
  'CONSENT_ALREADY_REMINDED',
  'CONSENT_REMINDER_NOT_DUE',
  'CONSENT_NOT_GRANTED',
  'CONSENT_NOT_COVERING',
  'PLAN_POOLS_OFFERED',
  'PLAN_POOL_NOT_YOURS',
  'PLAN_EXISTS',
  'PLAN_UNKNOWN',
  'PLAN_POOL_UNKNOWN',
  'PLAN_LINE_UNKNOWN',
  'PLAN_NO_AUTHORITY',
  'PLAN_CONSENT_MISSING',
  'PLAN_CONSENT_EXCEEDED',
  'PLAN_CONDITION_BROKEN',
  'PLAN_SKILL_MISSING',
  'PLAN_ARRIVES_LATE',
  'PLAN_LINE_OVERFILLED',
  'PLAN_POOL_OVERCOMMITTED',
  'PLAN_BELOW_RESERVE',
  'PLAN_FIGURES_WRONG',
  'PLAN_NOT_BROKEN',
  'PLAN_BROKEN',
  'PLAN_COMMITTED',
  'PLAN_NOT_COMMITTED',
  'DEPLOYMENT_EXISTS',
  'DEPLOYMENT_NOT_PAST',
  'DEPLOYMENT_PERSON_NOT_YOURS',
  'DEPLOYMENT_PERSON_EXISTS',
  'DEPLOYMENT_PERSON_UNKNOWN',
  'DEPLOYMENT_PERSON_ERASED',
  'DEPLOYMENT_KEY_MISSING',
  'DEPLOYMENT_KEY_OTHER',
  'DEPLOYMENT_ORDERS_STAND',
  'DEPLOYMENT_ORDER_NOT_YOURS',
  'DEPLOYMENT_ORDER_UNKNOWN',
  'DEPLOYMENT_ORDER_ALREADY_ACCEPTED',
  'DEPLOYMENT_ORDER_NOT_ACCEPTED',
  'DEPLOYMENT_SEATS_UNKNOWN',
  'DEPLOYMENT_SEATS_FULL',
  'DEPLOYMENT_SEAT_NOT_FOR_THEM',
  'DEPLOYMENT_NOT_ON_ROSTER',
  'DEPLOYMENT_NOBODY_TO_ORDER',
  'DEPLOYMENT_NO_MISSION_ORDER',
  'DEPLOYMENT_TOUR_NOT_THERE',
  'DEPLOYMENT_TIME_WRONG',
  'DEPLOYMENT_DESK_NOT_YOURS',
  'DEPLOYMENT_NOT_LOOKED_AT',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const refuse = (code: RefusalCode, words: Omit<Refusal, 'refused' | 'code'>): Refusal => ({
  refused: true,
  code,
  ...words,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
