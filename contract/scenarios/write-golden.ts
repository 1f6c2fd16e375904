/**
 * Writes what each scenario comes to into scenarios/<name>/golden.json, which golden.test.ts holds it to:
 * `npx tsx contract/scenarios/write-golden.ts`. Read the difference before committing it.
 */
import { writeFileSync } from 'node:fs';
import { houseInMemory } from '@muster/house/testing';
import { scenarioNames } from '@muster/scenarios';
import { goldenFile, goldenOf, goldenText, play, scenarioNamed } from './golden.ts';

for (const name of scenarioNames()) {
  const house = await houseInMemory();
  const scenario = scenarioNamed(name);
  await play(house, scenario);
  writeFileSync(goldenFile(name), goldenText(await goldenOf(house, scenario)));
  process.stdout.write(`scenarios/${name}/golden.json\n`);
}
