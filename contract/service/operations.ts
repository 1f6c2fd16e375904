import type { Served } from '@muster/server/testing';
import type { Schema } from './any-body.ts';

/** One way in, as the API document has it. */
export interface Operation {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body: Schema | undefined;
  /** The body that the document shows. */
  readonly example: object | undefined;
  readonly parameters: readonly Parameter[];
  readonly isGuarded: boolean;
}

interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly security?: readonly object[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema; readonly example?: object }>>;
  };
}

/** Every operation of the document that the server itself serves: a route that is added is one more, without a word here. */
export async function operationsOf(app: Served): Promise<readonly Operation[]> {
  const { paths } = (await app.inject('/api/openapi.json')).json() as {
    paths: Record<string, Record<string, Described>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      operationId: described.operationId,
      method: method.toUpperCase() as Operation['method'],
      path,
      body: described.requestBody?.content['application/json']?.schema,
      example: described.requestBody?.content['application/json']?.example,
      parameters: described.parameters ?? [],
      isGuarded: (described.security ?? []).length > 0,
    })),
  );
}

/** The address of an operation, with ids that name nothing. */
export const addressOf = ({ path }: Operation): string =>
  path
    .replace('{requestId}', 'req_none')
    .replace('{partyId}', 'us.none')
    .replace(/\{(\w+)\}/g, 'none');

export const needsHeader = ({ parameters }: Operation, name: string): boolean =>
  parameters.some((p) => p.in === 'header' && p.name === name);
