import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './generated/schema.ts';

export type { components, paths };

type ReadOf<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

/** One request whole, as `GET /api/requests/{requestId}` gives it. */
export type Outcome = ReadOf<'/api/requests/{requestId}'>;
/** A request's planning problem with the plan that stands. */
export type PlanningProblem = ReadOf<'/api/requests/{requestId}/planning-problem'>;
export type RequestSummary = ReadOf<'/api/requests'>[number];
export type StoryEntry = ReadOf<'/api/record'>['entries'][number];

export type MusterClient = Client<paths, 'application/json'>;

/** The typed client of Muster's API. `baseUrl` is the address the server printed; empty on a page it serves. */
export const musterClient = (baseUrl = ''): MusterClient => createClient<paths, 'application/json'>({ baseUrl });
