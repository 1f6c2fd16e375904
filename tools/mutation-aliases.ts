import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Stryker changes a copy of the repository whose node_modules is a link to ours, where every package of ours is a link
 * out of the copy again, to code nobody changed. So each name is led to the copy.
 */
export function aliasesInto(root: string, packages: readonly string[]) {
  return packages.flatMap((folder) => {
    const { name, exports = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return Object.entries(exports as Record<string, string>).map(([face, file]) => ({
      find: new RegExp(`^${name}${face.slice(1)}$`),
      replacement: join(root, folder, file),
    }));
  });
}

/** The packages that lie in these places, such as `core`. */
export const packagesIn = (root: string, places: readonly string[]): string[] =>
  places.flatMap((place) =>
    readdirSync(join(root, place), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(place, name)),
  );
