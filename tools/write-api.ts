import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { House } from '@muster/house';
import { buildServer } from '@muster/server';
import openapiTypescript, { astToString } from 'openapi-typescript';

/** The API document as the server makes it; it asks nothing of a house. */
export async function apiDocument(): Promise<string> {
  const app = await buildServer({ house: {} as House, token: 'none', now: () => '2025-01-01T00:00:00Z' as never });
  const document = app.swagger();
  await app.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The typed client's types, made from the document. */
export async function apiTypes(document: string): Promise<string> {
  const ast = await openapiTypescript(document);
  return `// Made by \`npm run api\` from openapi.json: change the command catalogue, not this.\n${astToString(ast)}`;
}

const api = (name: string) => fileURLToPath(new URL(`../api/${name}`, import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const document = await apiDocument();
  writeFileSync(api('openapi.json'), document);
  writeFileSync(api('generated/schema.ts'), await apiTypes(document));
}
