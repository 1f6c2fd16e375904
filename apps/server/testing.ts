import type { GivenCommand } from '@muster/flow';
import { type House, runScenario } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { type LoadedScenario, loadScenario, stepCommands } from '@muster/scenarios';
import type { Instant } from '@muster/terms';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildServer, type ServerTerms } from './build-server.ts';

export type { FastifyInstance as Served, LightMyRequestResponse as Answered } from 'fastify';
export { Browser, callOver } from './identity/test-browser.ts';

export const token = 'the-token-of-this-house';
export const bearer = { authorization: `Bearer ${token}` };

/** A server over a record in memory, at a moment the test knows. */
export async function serverInMemory(
  over: Partial<ServerTerms> = {},
): Promise<{ readonly app: FastifyInstance; readonly house: House }> {
  const house = over.house ?? (await houseInMemory());
  const app = await buildServer({ house, token, now: () => '2025-05-09T12:00:00Z' as Instant, ...over });
  return { app, house };
}

const hurricane = loadScenario('hurricane');
if ('faults' in hurricane) throw new Error('The scenario hurricane is faulty.');
export const storm: LoadedScenario = hurricane;

/** A house in which the hurricane has been played as far as the step before the one of this id; all of it unless told. */
export async function stormBefore(stepId?: string): Promise<House> {
  const house = await houseInMemory();
  const at = stepId ? storm.steps.findIndex((step) => step.step !== 'lapse' && step.id === stepId) : storm.steps.length;
  if (at < 0) throw new Error(`The hurricane has no step ${stepId}.`);
  const ran = await runScenario(house, { ...storm, steps: storm.steps.slice(0, at) });
  if (ran.outcome === 'stopped') throw new Error(`The hurricane stopped: ${ran.why}`);
  return house;
}

/** A command of the hurricane by its id, with the moment at which it is given there. */
export function stormCommand(commandId: string): GivenCommand {
  const found = storm.steps.flatMap((s) => stepCommands(storm, s)).find((c) => c.commandId === commandId);
  if (!found) throw new Error(`The hurricane has no command ${commandId}.`);
  return found;
}

/** A call that gives a command, on what it changes as it stands: its id goes in the head, and the rest is the body. */
export const giving = (url: string, payload: unknown, headers: Record<string, string> = bearer) => {
  const { commandId, ...body } = typeof payload === 'object' ? (payload as Record<string, unknown>) : {};
  const key = typeof commandId === 'string' ? { 'idempotency-key': commandId } : {};
  return {
    method: 'POST' as const,
    url,
    headers: { 'if-match': '*', ...headers, ...key },
    payload: typeof payload === 'object' ? body : (payload as string),
  };
};

/** What a problem looks like on the wire, whatever it is about: problem+json, and nothing of the machine. */
export function problemIn(answer: LightMyRequestResponse): Record<string, unknown> {
  const kind = String(answer.headers['content-type']);
  if (!kind.startsWith('application/problem+json')) throw new Error(`${answer.statusCode} came as ${kind}`);
  if (/\.[jt]s:\d+|node_modules|\bat \w+ \(/.test(answer.body)) throw new Error(`It shows the machine: ${answer.body}`);
  const problem = answer.json();
  if (problem.status !== answer.statusCode) throw new Error(`${answer.statusCode} says it is ${problem.status}`);
  return problem;
}
