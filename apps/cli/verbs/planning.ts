import { problemNames } from '@muster/scenarios/problems';
import { type Command, InvalidArgumentError } from 'commander';
import { planBurden } from './plan-burden.ts';
import { planFill } from './plan-fill.ts';
import { solvePlan, verifyPlan } from './plan-problem.ts';
import { comparePlanFiles, planWhatIf } from './plan-what-if.ts';
import { planPrices, planWhy } from './plan-why.ts';

/** The verbs of `muster plan` that work on planning problems and plan files, with no record. */
export function addPlanningVerbs(plan: Command): void {
  const verb = (name: string, description: string) =>
    plan.command(name).description(description).option('--json', 'print the result as JSON').exitOverride();
  verb('solve', 'the best plan for a planning problem, proved; --json prints a file that the verbs below read')
    .option('--scenario <name>', `a problem that Muster ships: ${problemNames.join(', ')}`)
    .option(
      '--problem <file>',
      'a planning problem of your own, as JSON; or a plan file, whose problem is solved again',
    )
    .option('--seed <n>', 'what the shipped problem is drawn from', aSeed, 1)
    .option(
      '--order <levels>',
      'what counts before what, such as fill,cost,arrival; the others follow as they were',
      words,
    )
    .option(
      '--gap <percent>',
      'the gap with which a level is good enough, such as 0.1%; strictly the best when absent',
      aGap,
      0,
    )
    .action(solvePlan);
  verb(
    'verify <file>',
    'check a plan file with no solver: lawful, possible, added up right, and how far it is proved',
  ).action(verifyPlan);
  verb('why <file>', 'why a pool is, or is not, on a line: what bars or keeps it, and who would be there instead')
    .alias('why-not')
    .requiredOption('--pool <poolId>', 'the pool')
    .requiredOption('--line <lineId>', 'the line')
    .option('--on <day>', 'only on this day')
    .option('--exact', 'solve again to say what one more, or one fewer, costs exactly')
    .action(planWhy);
  verb('prices <file>', 'what one more allowed by each limit, reserve and pool would be worth').action(planPrices);
  verb('fill <file>', 'for each short line the smallest sets of things to change that would fill it')
    .option('--line <lineId>', 'only this line')
    .option('--most <n>', 'how many of the shortest lines are looked at', aCount, 5)
    .action(planFill);
  verb(
    'burden <file>',
    'how much fairer the shares of lenders could be, for a little more of arrival and cost: the curve',
  )
    .option('--slack <percents>', 'how many percent more, such as 0,0.1,1,5', words)
    .option('--out <file>', 'write the plan for one --slack there, as a plan file')
    .action(planBurden);
  verb('what-if <file>', 'plan again as if something were otherwise, and say what is different')
    .option('--refuse <lenderId>', 'this lender refuses all that is asked of it; may be given again', gather, [])
    .option('--more <line=people>', 'so many more are asked for there, such as carry-south=+500', gather, [])
    .option('--without <kind>', 'nobody serves under this kind of service; may be given again', gather, [])
    .option('--limit <id=people>', 'this limit allows so many; may be given again', gather, [])
    .option('--pin <pool:line=people>', 'so many of the pool are on the line, come what may', gather, [])
    .option('--forbid <pool:line>', 'the pool is not on the line; may be given again', gather, [])
    .option('--stable', 'keep the plan as it is as far as filling allows, before arrival and cost')
    .option('--stability <people>', 'put on or take off at most so many people')
    .option(
      '--order <levels>',
      'what counts before what, such as fill,cost,arrival; the others follow as they were',
      words,
    )
    .option('--out <file>', 'write the new plan there, as a plan file')
    .action(planWhatIf);
  verb('compare <before> <after>', 'the difference from one plan file to another').action(comparePlanFiles);
}

const words = (text: string): string[] => text.split(',').map((word) => word.trim());

const gather = (word: string, before: string[]): string[] => [...before, word];

const aCount = (text: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 1000)
    throw new InvalidArgumentError('It must be a whole number from 1 to 1000.');
  return n;
};

/** A share said in percent: what is left open between a plan and the best there may be. */
function aGap(text: string): number {
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1];
  if (percent === undefined || Number(percent) >= 100)
    throw new InvalidArgumentError(`A gap is a share in percent below 100, such as 0.1%; "${text}" is none.`);
  return Number(percent) / 100;
}

const aSeed = (text: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > 2 ** 31) throw new InvalidArgumentError('It must be a whole number.');
  return n;
};
