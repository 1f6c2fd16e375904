import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the repository; a copy of it that mutants are made in has them elsewhere. */
const folder = process.env.MUSTER_VECTORS ?? fileURLToPath(new URL('../../../shared/vectors/', import.meta.url));

/** The third-party vectors, which stand beside the repository: `../shared/vectors/SOURCES.md` says where they are from. */
export function thirdPartyVectors(path: string): string[] {
  const whole = join(folder, path);
  if (!existsSync(whole))
    throw new Error(`The third-party vectors ${path} are missing: ../shared/vectors must stand beside the repository.`);
  if (path.endsWith('.json')) return [readFileSync(whole, 'utf8')];
  return readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFileSync(join(whole, name), 'utf8'));
}
