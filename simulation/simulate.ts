/** What `npm run simulate` runs: lives from a seed on, and of the first that breaks a truth its story, as short as it can be made. */
import { parseArgs } from 'node:util';
import { openSolver } from '@muster/house/solver';
import { live } from './live.ts';
import { plantedBugs } from './planted-bugs/index.ts';
import { shrink } from './shrink.ts';
import { truths } from './truths/lie.ts';

const usage = `npm run simulate -- [--seed N] [--lives K] [--bug NAME] [--story]
  --seed N   the first seed (1 unless told)
  --lives K  how many lives, each of the next seed (1 unless told)
  --bug NAME with this bug planted: ${plantedBugs.map((b) => b.name).join(', ')}
  --story    what was tried in the last life, though every truth held`;

const wholeNumber = (text: string): number | undefined => (/^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined);

function readTerms() {
  try {
    const { values } = parseArgs({
      options: {
        seed: { type: 'string', default: '1' },
        lives: { type: 'string', default: '1' },
        bug: { type: 'string' },
        story: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const [seed, lives] = [wholeNumber(values.seed), wholeNumber(values.lives)];
    const bug = plantedBugs.find((b) => b.name === values.bug);
    if (values.help || seed === undefined || lives === undefined || (values.bug !== undefined && !bug)) return usage;
    return { seed, lives, bug, story: values.story };
  } catch (error) {
    return `${(error as Error).message}\n${usage}`;
  }
}

const say = (words: string) => void process.stdout.write(`${words}\n`);
const terms = readTerms();
if (typeof terms === 'string') {
  process.stderr.write(`${terms}\n`);
  process.exitCode = 2;
} else process.exitCode = await simulate(terms);

async function simulate({ seed: first, lives, bug, story }: Exclude<typeof terms, string>): Promise<number> {
  const solver = await openSolver();
  const began = process.cpuUsage();
  for (let seed = first; seed < first + lives; seed++) {
    const of = { seed, bug, solver };
    const lived = await live(of);
    if (lived.lie) {
      const least = await shrink(of, lived);
      say(`Seed ${seed}: ${lived.lie.truth} does not hold: ${truths[lived.lie.truth]}.`);
      say(`  ${least.lie?.words}`);
      say(`The least that breaks it, after the beginning ${least.script.beginning}:`);
      for (const words of least.told) say(`  ${words}`);
      say(`What is recorded in the end:`);
      for (const { stream, position, fact, by, at } of least.story.slice(-25)) {
        say(`  ${at} ${by.personId} of ${by.partyId}: ${fact.type} (${stream} ${position})`);
      }
      return 1;
    }
    if (story && seed === first + lives - 1) for (const words of lived.told) say(words);
  }
  const { user, system } = process.cpuUsage(began);
  const each = (user + system) / 1000 / lives;
  say(
    `${lives} ${lives === 1 ? 'life' : 'lives'} from seed ${first}: every truth held (${each.toFixed(1)} ms of CPU each).`,
  );
  return 0;
}
