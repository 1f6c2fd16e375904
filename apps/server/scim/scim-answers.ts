import type { FastifyReply } from 'fastify';

/** The names of SCIM 2.0's schemas (RFC 7643, section 10; RFC 7644, section 8). */
export const scimSchema = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  config: 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
  kind: 'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
  schema: 'urn:ietf:params:scim:schemas:core:2.0:Schema',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const;

export const scimType = 'application/scim+json; charset=utf-8';
export const scimPath = '/scim/v2';
/** As many as are given at once, however many are asked for. */
export const mostListed = 200;

/** Why a SCIM call is not done; thrown within these routes alone, and answered as RFC 7644, section 3.12, says. */
export class ScimFault extends Error {
  readonly status: number;
  readonly kind: string | undefined;
  constructor(
    status: number,
    words: string,
    kind?:
      | 'invalidFilter'
      | 'invalidPath'
      | 'invalidSyntax'
      | 'invalidValue'
      | 'mutability'
      | 'noTarget'
      | 'uniqueness',
  ) {
    super(words);
    this.name = 'ScimFault';
    this.status = status;
    this.kind = kind;
  }
}

export const sendScim = (reply: FastifyReply, status: number, body: object) =>
  reply.code(status).type(scimType).header('cache-control', 'no-store').send(JSON.stringify(body));

export const scimError = (status: number, detail: string, kind?: string): object => ({
  schemas: [scimSchema.error],
  status: String(status),
  ...(kind === undefined ? {} : { scimType: kind }),
  detail,
});

interface Paged {
  readonly startIndex?: string;
  readonly count?: string;
}

/** One page of what was found, counted from 1 (RFC 7644, section 3.4.2.4). */
export function scimList(found: readonly object[], { startIndex, count }: Paged): object {
  const from = Math.max(1, whole(startIndex, 1));
  const most = Math.min(mostListed, Math.max(0, whole(count, mostListed)));
  const page = found.slice(from - 1, from - 1 + most);
  return {
    schemas: [scimSchema.list],
    totalResults: found.length,
    startIndex: from,
    itemsPerPage: page.length,
    Resources: page,
  };
}

function whole(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^-?\d{1,9}$/.test(given)) throw new ScimFault(400, `"${given}" is not a whole number.`, 'invalidValue');
  return Number(given);
}

/** The one thing that a filter may ask here: that an attribute is equal to a text. Undefined where nothing is asked. */
export function equalFilter(
  filter: string | undefined,
  attributes: readonly string[],
): { readonly attribute: string; readonly text: string } | undefined {
  if (filter === undefined || filter.trim() === '') return undefined;
  const [, name = '', quoted = ''] = /^\s*([\w.:]+)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i.exec(filter) ?? [];
  const attribute = attributes.find((one) => one.toLowerCase() === name.toLowerCase());
  if (attribute === undefined) {
    const words = `Only these can be asked for, each as in ${attributes[0]} eq "…": ${attributes.join(', ')}.`;
    throw new ScimFault(400, words, 'invalidFilter');
  }
  try {
    return { attribute, text: JSON.parse(quoted) };
  } catch {
    throw new ScimFault(400, `${quoted} is not a text in quotes.`, 'invalidFilter');
  }
}
