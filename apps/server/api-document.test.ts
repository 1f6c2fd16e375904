import { readFileSync } from 'node:fs';
import { catalogue, commandNames, isGivenByPeople } from '@muster/flow';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { apiDocument, apiTypes } from '../../tools/write-api.ts';

const committed = (name: string) => readFileSync(new URL(`../../api/${name}`, import.meta.url), 'utf8');

interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary: string;
  readonly security?: object[];
  readonly responses: Record<string, object>;
}
type Paths = Record<string, Record<string, Operation>>;

describe('the API document', () => {
  it('is the committed one, and so are the client’s types: else run `npm run api`', async () => {
    const document = await apiDocument();
    expect(document).toBe(committed('openapi.json'));
    expect(await apiTypes(document)).toBe(committed('generated/schema.ts'));
  }, 60_000);

  it('is OpenAPI 3.1, by the schema of that standard, and every route says what it is for and what it answers', async () => {
    const document = JSON.parse(committed('openapi.json'));
    const found = await new Validator().validate(structuredClone(document));
    expect(found).toEqual({ valid: true });
    for (const [path, methods] of Object.entries(document.paths as Paths)) {
      for (const { operationId, summary, responses } of Object.values(methods)) {
        expect([path, operationId, summary]).toEqual([
          path,
          expect.stringMatching(/^[A-Za-z]+$/),
          expect.stringMatching(/\.$/),
        ]);
        expect(Object.keys(responses).join(' '), path).toMatch(/\b[23]\d\d\b/);
      }
    }
    // What is no OpenAPI is found out.
    document.paths['/api/health'].get.responses = 7;
    expect((await new Validator().validate(document)).valid).toBe(false);
  });

  it('has a route with its own words for every command that people may give, and none for the others', async () => {
    const { paths } = JSON.parse(committed('openapi.json')) as { paths: Paths };
    const commands = Object.keys(paths).filter((path) => path.startsWith('/api/commands/'));
    expect(commands.sort()).toEqual(
      commandNames
        .filter(isGivenByPeople)
        .map((name) => `/api/commands/${name}`)
        .sort(),
    );
    for (const name of commandNames.filter(isGivenByPeople)) {
      expect(paths[`/api/commands/${name}`]?.post).toMatchObject({ operationId: name, summary: catalogue[name].doc });
    }
  });

  it('says of every route that changes the record that it needs the token, and how it refuses', () => {
    const { paths } = JSON.parse(committed('openapi.json')) as { paths: Paths };
    const changing = Object.values(paths).flatMap((methods) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        method === 'get' || operation.tags?.some((tag) => tag === 'identity' || tag === 'operating') ? [] : [operation],
      ),
    );
    expect(changing.length).toBeGreaterThan(10);
    for (const { operationId, security, responses } of changing) {
      expect(security, operationId).toEqual([{ token: [] }]);
      expect(Object.keys(responses), operationId).toEqual(
        expect.arrayContaining(['200', '400', '401', '403', '404', '409', '422']),
      );
    }
  });
});
