import { type RefusalCode, refusalCodes, refuse } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { problemOf, problemSchema, statusOf } from './problem.ts';

/** Every refusal that is not a 422: what the command asks is understood, and cannot be as things stand. */
const others: Readonly<Record<number, readonly RefusalCode[]>> = {
  400: ['COMMAND_INVALID'],
  403: [
    'COMMAND_ROLE_NOT_ALLOWED',
    'DIRECTORY_ROLE_NOT_HELD',
    'DIRECTORY_NOT_YOURS',
    'DIRECTORY_SAME_PERSON',
    'DIRECTORY_OTHER_SOVEREIGN',
    'REQUEST_NOT_YOURS',
    'DECISION_NOT_YOURS',
    'REVIEW_SAME_PARTY',
    'REVIEW_SAME_PERSON',
    'REVIEW_NOT_YOURS',
    'CONSENT_NOT_YOURS',
    'CONSENT_SAME_PERSON',
    'CONSENT_STAND_IN_NOT_COVERING',
    'CONSENT_STAND_IN_BARRED',
    'CONSENT_STAND_IN_NOT_YOURS',
    'CONSENT_STAND_IN_SAME_PERSON',
    'CONSENT_STAND_IN_SAME_PARTY',
    'PLAN_POOL_NOT_YOURS',
    'DEPLOYMENT_PERSON_NOT_YOURS',
    'DEPLOYMENT_ORDER_NOT_YOURS',
    'DEPLOYMENT_DESK_NOT_YOURS',
  ],
  404: [
    'COMMAND_UNKNOWN',
    'DIRECTORY_ORGANISATION_UNKNOWN',
    'REQUEST_UNKNOWN',
    'CONSENT_STAND_IN_UNKNOWN',
    'PLAN_UNKNOWN',
    'DEPLOYMENT_PERSON_UNKNOWN',
    'DEPLOYMENT_ORDER_UNKNOWN',
    'DEPLOYMENT_SEATS_UNKNOWN',
  ],
  409: [
    'COMMAND_CLASHED',
    'REQUEST_ALREADY_PUBLISHED',
    'DIRECTORY_KEPT_BY_OTHER',
    'DIRECTORY_ORGANISATION_EXISTS',
    'DIRECTORY_ROLE_ALREADY_GIVEN',
    'DIRECTORY_SETTING_ALREADY_SET',
    'REQUEST_EXISTS',
    'CONSENT_ALREADY_SOUGHT',
    'CONSENT_ALREADY_ANSWERED',
    'CONSENT_STAND_IN_EXISTS',
    'CONSENT_STAND_IN_ALREADY_ENDED',
    'CONSENT_ALREADY_REMINDED',
    'PLAN_POOLS_OFFERED',
    'PLAN_EXISTS',
    'PLAN_COMMITTED',
    'DEPLOYMENT_EXISTS',
    'DEPLOYMENT_PERSON_EXISTS',
    'DEPLOYMENT_ORDER_ALREADY_ACCEPTED',
  ],
};

describe('a refusal over HTTP', () => {
  it.each(refusalCodes)('%s has its status', (code) => {
    const listed = Object.entries(others).find(([, codes]) => codes.includes(code));
    expect(statusOf(code)).toBe(Number(listed?.[0] ?? 422));
  });

  it('carries the code, what was asked, why not, what is allowed, each fault, and the policies that decided', () => {
    const faults = [{ field: 'lines.0.people', problem: 'is too small' }];
    const policies = [{ policyId: 'posse-comitatus', citation: '18 U.S.C. 1385' }];
    const refusal = refuse('REQUEST_INCOMPLETE', {
      asked: 'To submit.',
      why: 'A line lacks people.',
      allowed: 'Amend.',
      faults,
      policies,
    });
    const problem = problemOf(refusal);
    expect(problem).toEqual({
      type: 'urn:muster:refusal:REQUEST_INCOMPLETE',
      title: 'REQUEST_INCOMPLETE',
      status: 422,
      detail: 'A line lacks people.',
      code: 'REQUEST_INCOMPLETE',
      asked: 'To submit.',
      allowed: 'Amend.',
      faults,
      policies,
    });
    expect(problemSchema.parse(problem)).toEqual(problem);
  });
});
