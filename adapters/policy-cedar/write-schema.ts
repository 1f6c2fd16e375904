/** Writes a pack's `schema.cedarschema` again from its terms: `npx tsx adapters/policy-cedar/write-schema.ts law/us`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultText, type PackFault } from './pack/pack-fault.ts';
import { readPackFolder } from './pack/pack-folder.ts';
import { cedarSchema } from './terms/cedar-schema.ts';
import { readTerms } from './terms/read-terms.ts';

for (const folder of process.argv.slice(2)) {
  const faults: PackFault[] = [];
  const terms = readTerms(readPackFolder(folder) ?? new Map(), faults);
  if (faults.length > 0) throw new Error(`${folder} has no sound terms:\n${faults.map(faultText).join('\n')}`);
  writeFileSync(join(folder, 'schema.cedarschema'), cedarSchema(terms));
}
