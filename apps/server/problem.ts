import type { Refusal, RefusalCode } from '@muster/terms';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** A problem as HTTP carries it (RFC 9457), with the refusal's evidence in it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  asked: z.string().optional(),
  allowed: z.string().optional(),
  /** Each fault by the path of its field. */
  faults: z.array(z.object({ field: z.string(), problem: z.string() })).optional(),
  /** The policies of the law pack that decided, each with what it cites. */
  policies: z.array(z.object({ policyId: z.string(), citation: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export function problemOf(refusal: Refusal): Problem {
  const { code, asked, why, allowed, faults, policies } = refusal;
  return {
    type: `urn:muster:refusal:${code}`,
    title: code,
    status: statusOf(code),
    detail: why,
    code,
    asked,
    allowed,
    ...(faults ? { faults: [...faults] } : {}),
    ...(policies ? { policies: policies.map(({ policyId, citation }) => ({ policyId, citation })) } : {}),
  };
}

/** A fault of the call itself, before any command was read. */
export const callProblem = (status: number, code: string, detail: string, allowed: string): Problem => ({
  type: `urn:muster:refusal:${code}`,
  title: code,
  status,
  detail,
  code,
  allowed,
});

declare module 'fastify' {
  interface FastifyReply {
    /** The code of the problem that was answered, for the log of calls. */
    problemCode?: string;
  }
}

/** Every problem goes out this one way. */
export const sendProblem = (reply: FastifyReply, problem: Problem) => {
  reply.problemCode = problem.code;
  // Most of what stands in the way of a server is over in a moment.
  if (problem.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', 1);
  return reply.code(problem.status).type('application/problem+json').send(problem);
};

/** The one place where a refusal becomes an HTTP status. */
export function statusOf(code: RefusalCode): number {
  if (code === 'COMMAND_INVALID') return 400;
  if (isNotTheirs(code)) return 403;
  if (unknowns.has(code)) return 404;
  if (
    code === 'COMMAND_CLASHED' ||
    code.endsWith('_EXISTS') ||
    code.includes('_ALREADY_') ||
    code === 'DIRECTORY_KEPT_BY_OTHER' ||
    code === 'PLAN_POOLS_OFFERED' ||
    code === 'PLAN_COMMITTED'
  )
    return 409;
  return 422;
}

const unknowns: ReadonlySet<RefusalCode> = new Set([
  'COMMAND_UNKNOWN',
  'DIRECTORY_ORGANISATION_UNKNOWN',
  'REQUEST_UNKNOWN',
  'CONSENT_STAND_IN_UNKNOWN',
  'PLAN_UNKNOWN',
  'DEPLOYMENT_PERSON_UNKNOWN',
  'DEPLOYMENT_ORDER_UNKNOWN',
  'DEPLOYMENT_SEATS_UNKNOWN',
]);

/** Whoever asks may not, whatever it is about; somebody else might. */
const isNotTheirs = (code: RefusalCode): boolean =>
  code === 'COMMAND_ROLE_NOT_ALLOWED' ||
  code === 'DIRECTORY_ROLE_NOT_HELD' ||
  code === 'DIRECTORY_OTHER_SOVEREIGN' ||
  code === 'CONSENT_STAND_IN_NOT_COVERING' ||
  code === 'CONSENT_STAND_IN_BARRED' ||
  code.endsWith('_NOT_YOURS') ||
  code.includes('_SAME_');
