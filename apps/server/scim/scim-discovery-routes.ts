import type { FastifyInstance } from 'fastify';
import { mostListed, ScimFault, scimList, scimPath, scimSchema, sendScim } from './scim-answers.ts';

const told = 'https://www.rfc-editor.org/rfc/rfc7644';

const config = (origin: string) => ({
  schemas: [scimSchema.config],
  documentationUri: told,
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: mostListed },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'API token',
      description: 'A token of the scope "scim", made by an administrator.',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${origin}${scimPath}/ServiceProviderConfig` },
});

const kinds = (origin: string) =>
  (
    [
      ['User', '/Users', scimSchema.user, 'A member: somebody who can log in.'],
      ['Group', '/Groups', scimSchema.group, 'A role at an organisation, and who holds it.'],
    ] as const
  ).map(([id, endpoint, schema, description]) => ({
    schemas: [scimSchema.kind],
    id,
    name: id,
    endpoint,
    description,
    schema,
    meta: { resourceType: 'ResourceType', location: `${origin}${scimPath}/ResourceTypes/${id}` },
  }));

interface Attribute {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly over?: object;
}

const attribute = ({ name, type, description, over = {} }: Attribute): object => ({
  name,
  type,
  multiValued: false,
  description,
  required: false,
  ...(type === 'string' ? { caseExact: false } : {}),
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...over,
});
const text = (name: string, description: string, over: object = {}) =>
  attribute({ name, type: 'string', description, over });
const parts = (name: string, description: string, multiValued: boolean, subAttributes: readonly object[]) =>
  attribute({ name, type: 'complex', description, over: { multiValued, subAttributes } });

const schemas = (origin: string) =>
  [
    {
      id: scimSchema.user,
      name: 'User',
      description: 'A member.',
      attributes: [
        text('userName', 'What the member is called at their provider.', { required: true, uniqueness: 'server' }),
        text('displayName', 'The name that is shown.'),
        parts('name', 'The name in parts; shown where there is no displayName.', false, [
          text('formatted', 'The whole name.'),
          text('givenName', 'Read, and not kept.', { returned: 'never' }),
          text('familyName', 'Read, and not kept.', { returned: 'never' }),
        ]),
        parts('emails', 'Addresses; the primary one is kept.', true, [
          text('value', 'The address.'),
          attribute({ name: 'primary', type: 'boolean', description: 'Whether it is the one to use.' }),
        ]),
        attribute({ name: 'active', type: 'boolean', description: 'Who is not may not log in, and is logged out.' }),
      ],
    },
    {
      id: scimSchema.group,
      name: 'Group',
      description: 'A role at an organisation.',
      attributes: [
        text('displayName', 'The role and the organisation.', { mutability: 'readOnly' }),
        parts('members', 'Who holds the role.', true, [
          text('value', 'The id of the user.', { mutability: 'immutable', caseExact: true }),
          attribute({
            name: '$ref',
            type: 'reference',
            description: 'The address of the user.',
            over: { mutability: 'readOnly', referenceTypes: ['User'], caseExact: true },
          }),
          text('type', 'User.', { mutability: 'readOnly', canonicalValues: ['User'] }),
        ]),
      ],
    },
  ].map((one) => ({
    schemas: [scimSchema.schema],
    ...one,
    meta: { resourceType: 'Schema', location: `${origin}${scimPath}/Schemas/${one.id}` },
  }));

/** What this SCIM can do, and in which words: RFC 7644, section 4. */
export function scimDiscoveryRoutes(app: FastifyInstance, origin: () => string): void {
  const said = (operationId: string) => ({ schema: { hide: true, operationId, tags: ['scim'] } });
  app.get(`${scimPath}/ServiceProviderConfig`, said('scimConfig'), async (_call, reply) =>
    sendScim(reply, 200, config(origin())),
  );
  const lists = [
    ['ResourceTypes', 'scimResourceType', kinds],
    ['Schemas', 'scimSchema', schemas],
  ] as const;
  for (const [name, operationId, all] of lists) {
    app.get<{ Querystring: { filter?: string } }>(
      `${scimPath}/${name}`,
      said(`${operationId}s`),
      async ({ query }, reply) => {
        // RFC 7644, section 4: whoever filters here is told that it is not done.
        if (query.filter !== undefined) throw new ScimFault(403, 'What can be done is not filtered.');
        return sendScim(reply, 200, scimList(all(origin()), {}));
      },
    );
    app.get<{ Params: { id: string } }>(`${scimPath}/${name}/:id`, said(operationId), async ({ params }, reply) => {
      const found = all(origin()).find((one) => one.id === params.id);
      if (!found) throw new ScimFault(404, `There is none called "${params.id}".`);
      return sendScim(reply, 200, found);
    });
  }
}
