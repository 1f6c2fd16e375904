import { z } from 'zod';
import type { PackFault } from './pack-fault.ts';
import type { PackFiles } from './pack-folder.ts';
import { readYaml } from './read-yaml.ts';

const headingSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and hyphens, such as us-wildfire'),
  version: z.string().min(1),
  title: z.string().min(3),
  disclaimer: z.string().min(3),
  covers: z.string().min(3),
});

/** What `pack.yaml` says of the pack as a whole. */
export type Heading = z.infer<typeof headingSchema>;

export function readHeading(files: PackFiles, faults: PackFault[]): Heading | undefined {
  const file = 'pack.yaml';
  const text = files.get(file);
  if (text !== undefined) return readYaml(file, text, headingSchema, faults)?.value;
  faults.push({ file, problem: 'A law pack needs a pack.yaml with id, version, title, disclaimer and covers.' });
  return undefined;
}
