import { exitCodes, faultIn, mindOutput } from '@muster/house';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { printJson, Stop } from './session.ts';
import { exportRecord, importRecord } from './verbs/carry.ts';
import { commitPlan } from './verbs/commit-plan.ts';
import { showConditions } from './verbs/conditions.ts';
import { listConsents } from './verbs/consents.ts';
import { addDirectoryVerbs } from './verbs/directory.ts';
import { addLawVerbs, gather } from './verbs/law.ts';
import { listOrders } from './verbs/lender-orders.ts';
import { addLogVerbs } from './verbs/log.ts';
import { mayServe } from './verbs/may-serve.ts';
import { addMemberVerbs } from './verbs/member.ts';
import { addPersonVerbs } from './verbs/person.ts';
import { addPlanningVerbs } from './verbs/planning.ts';
import { rebuildViews } from './verbs/rebuild-views.ts';
import { run } from './verbs/run.ts';
import { listRecord, listRequests, showPlan, showRequest, why } from './verbs/show.ts';
import { addTokenVerbs } from './verbs/token.ts';
import { verify } from './verbs/verify.ts';
import { addWhatIf } from './verbs/what-if.ts';
import { addWitnessVerbs } from './verbs/witness.ts';
import { writeProblem } from './verbs/write-problem.ts';

const exitHelp = `
Exit codes: 0 done; 1 refused; 2 what was typed or a file is not right; 3 the database; 4 in use by another;
5 no space or no permission; 70 Muster itself failed. Words go to stderr, results to stdout.
The record is in ./data, or where --data or MUSTER_DATA says; DATABASE_URL names a PostgreSQL of your own.`;

const wholeNumber = (text: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 1000)
    throw new InvalidArgumentError('It must be a whole number from 1 to 1000.');
  return n;
};

const someKm = (text: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 20_000)
    throw new InvalidArgumentError('It must be a whole number from 1 to 20000.');
  return n;
};

const program = new Command('muster')
  .description('Muster: how one government borrows people from others.')
  .addHelpText('after', exitHelp)
  .exitOverride()
  .showHelpAfterError('(add --help for what can be typed)');

/** A verb with what every verb has. */
const verb = (parent: Command, name: string, description: string): Command =>
  parent
    .command(name)
    .description(description)
    .option('--json', 'print the result as JSON')
    .option('--data <folder>', 'the data folder')
    .exitOverride();

verb(program, 'demo', 'play the article scenario and print what came of it').action((o) => run('article', o));
verb(program, 'run <scenario>', 'play a scenario by name or folder, and print the outcome with every figure').action(
  run,
);

const request = program.command('request').description('requests');
verb(request, 'list', 'all requests, with their figures').action(listRequests);
verb(request, 'show <requestId>', 'one request whole').action(showRequest);

const decision = program.command('decision').description('what law and counsel say');
verb(decision, 'why <requestId>', 'each verdict of the law with its citation')
  .option('--line <lineId>', 'only the task of this line')
  .option('--kind <name>', 'only kinds of service whose name holds this, such as "Title 10"')
  .action(why);

verb(decision, 'conditions <requestId>', "counsel's and sovereigns' conditions as rules that plan and check-in keep to")
  .option('--cedar', 'print them in Cedar, the language of the law packs')
  .action(showConditions);
verb(decision, 'may-serve <requestId>', 'may one more person serve here on this day: law, counsel, consents, presence')
  .requiredOption('--line <lineId>', 'the line')
  .requiredOption('--lender <word>', 'whose person it is, such as OH')
  .requiredOption('--status <word>', 'such as "Title 32"')
  .requiredOption('--on <day>', 'the day')
  .option('--delegation <word>', 'a delegation they hold; may be given again', gather, [])
  .option('--present <capacity>', 'an office whose holder is there; may be given again', gather, [])
  .option('--serving <n>', 'how many serve already under every condition that limits people', wholeNumber, 0)
  .action(mayServe);

addWhatIf(
  verb(
    decision,
    'what-if <requestId>',
    'which lines die or live if a party refused, a task were barred, or another status served',
  ),
);

const consent = program.command('consent').description('who consents');
verb(consent, 'list <requestId>', 'where each consent stands: days left to answer, reminders, who stands in').action(
  listConsents,
);

const order = program.command('order').description('who is asked to come, and who is there');
verb(order, 'list <requestId>', "what became of each lender's order: seats, and where its people are").action(
  listOrders,
);

addLawVerbs(program);

const plan = program.command('plan').description('who goes');
verb(plan, 'show <requestId>', 'the plan that stands: filled, short, why, and the difference to the one before')
  .option('--plan <planId>', 'an earlier plan')
  .option('--line <lineId>', 'one line with its lenders and reasons')
  .action(showPlan);

verb(
  plan,
  'commit <requestId>',
  'freezes the plan that stands and commits its people: law and consents are asked again now',
)
  .requiredOption('--as <person@party>', 'who commits it, such as per_sourcing@us.dod')
  .option('--plan <planId>', 'the plan that is meant; refused when another stands')
  .action(commitPlan);

verb(
  plan,
  'problem <requestId>',
  "the request's planning problem as JSON: law, counsel and consents as bars and limits; plan solve reads it",
)
  .option('--out <file>', 'write it there instead of printing it')
  .option('--order-on <day>', 'from when people can be told to come; as in the plan that stands unless told')
  .option('--travel-km-per-day <n>', 'how far people travel in a day; as in the plan that stands unless told', someKm)
  .action(writeProblem);

addPlanningVerbs(plan);

addPersonVerbs(program, verb);

addDirectoryVerbs(program, verb);
addMemberVerbs(program, verb);
addTokenVerbs(program, verb);

const record = program.command('record').description('what happened');
verb(record, 'rebuild', 'make what is kept of views anew from the events').action(rebuildViews);
verb(record, 'list', 'the record as sentences: who, when, what, on what ground')
  .option('--limit <n>', 'how many', wholeNumber, 1000)
  .option('--after <cursor>', 'go on after the page before')
  .action(listRecord);

verb(
  program,
  'export <file>',
  'write the record into one signed file: for outsiders, as a backup, to move it; packed if the name ends in .gz',
).action(exportRecord);
verb(program, 'import <file>', 'bring an exported record into an empty data folder or database')
  .option('--key <key>', "the log's verifier key, or a file that holds it")
  .action(importRecord);
program
  .command('verify <file>')
  .description('check a bundle, or the proof of one event, with no network and no database: signed, unchanged, lawful')
  .option('--json', 'print the result as JSON')
  .option('--key <key>', "the log's verifier key, or a file that holds it; as its owner publishes it")
  .option('--witness <key>', "a witness's verifier key, or a file that holds it; may be given again", gather, [])
  .option('--event <file>', "of a proof: the event's exact text")
  .option('--law <folder>', 'by which to decide again what was decided before any law stood in the record')
  .option('--no-replay', 'leave out deciding everything again')
  .exitOverride()
  .action(verify);

addLogVerbs(program, verb);

addWitnessVerbs(program, verb);

mindOutput();
try {
  await program.parseAsync();
} catch (error) {
  const { code, words, said, exitCode, more } = endingOf(error);
  if (!said) process.stderr.write(`${words}\n`);
  if (exitCode !== exitCodes.ok && process.argv.includes('--json'))
    printJson({ error: { code, message: words, ...more } });
  process.exitCode = exitCode;
}

interface Ending {
  readonly code: string;
  readonly words: string;
  /** Whether stderr has the words already. */
  readonly said?: boolean;
  readonly exitCode: number;
  readonly more?: object;
}

function endingOf(error: unknown): Ending {
  if (error instanceof Stop) {
    const { code, message, exitCode, more } = error;
    return { code, words: message, exitCode, more };
  }
  if (error instanceof CommanderError) {
    // It has said so on stderr itself, with the help.
    const exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.badInput;
    return { code: 'TYPED_WRONG', words: error.message.replace(/^error: /, ''), said: true, exitCode };
  }
  const { code, fault, exitCode } = faultIn(error);
  return { code, words: fault, exitCode };
}
