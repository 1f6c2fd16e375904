import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PersonRead } from '@muster/flow';
import { exitCodes } from '@muster/house';
import { type Actor, isRefusal } from '@muster/terms';
import type { Command } from 'commander';
import { actorAs, give as giveCommand, newCommandId, now, refusedStop } from '../acting.ts';
import { type Common, print, printJson, Stop, withHouse } from '../session.ts';
import { gather } from './law.ts';

interface AsCoordinator extends Common {
  /** Whose act it is: `per_coordinator@us.oh`. */
  readonly as: string;
}

interface NoteOptions extends AsCoordinator {
  readonly from: string;
  readonly skill: readonly string[];
  readonly kind: readonly string[];
}

/** `verb` makes a verb with what every verb has. */
export function addPersonVerbs(
  program: Command,
  verb: (parent: Command, name: string, description: string) => Command,
): void {
  const person = program.command('person').description('people who serve for a lender; who they are is sealed');
  const asWhom = [
    '--as <person@party>',
    "who does it, for the person's lender, such as per_coordinator@us.oh",
  ] as const;
  const withPerson = (made: Command): Command =>
    made
      .requiredOption(...asWhom)
      .requiredOption(
        '--from <file>',
        'JSON with name, and contact and badge if any; "-" reads it from standard input. Never typed as an argument, which others can see',
      )
      .option('--skill <skillId>', 'a skill they hold, such as medical; may be given again', gather, [])
      .option(
        '--kind <status+delegation>',
        'a kind of service they may come under, such as title32 or title32+dhsDelegation; may be given again',
        gather,
        [],
      );
  withPerson(verb(person, 'note', 'note a person who serves; prints the id drawn for them')).action(notePerson);
  withPerson(verb(person, 'correct <personId>', 'put what is right in the place of what was noted, all of it')).action(
    correctPerson,
  );
  verb(person, 'show <personId>', 'who the person is; that you read it is recorded')
    .requiredOption(...asWhom)
    .action(showPerson);
  verb(person, 'erase <personId>', 'destroy their key: nobody can read who they are, ever')
    .requiredOption(...asWhom)
    .requiredOption('--because <reason>', 'theyAsked, serviceOver or notedInError')
    .action(erasePerson);
}

async function notePerson(options: NoteOptions): Promise<void> {
  const personId = `prs_${randomBytes(16).toString('hex')}`;
  await give(options, 'NotePerson', personData(personId, options));
  if (options.json) printJson({ personId });
  else print(`${personId} is noted. Keep the id: no name leads back to it.`);
}

async function correctPerson(personId: string, options: NoteOptions): Promise<void> {
  await give(options, 'CorrectPerson', personData(personId, options));
  if (options.json) printJson({ personId });
  else print(`${personId} is corrected.`);
}

async function showPerson(personId: string, options: AsCoordinator): Promise<void> {
  const by = coordinator(options.as);
  const read = await withHouse(options, (house) =>
    house.readPerson({ commandId: newCommandId(), at: now(), by, lenderId: by.partyId, personId: personId as never }),
  );
  if (isRefusal(read)) throw refusedStop(read);
  if (options.json) printJson(read);
  else print(personWords(read));
}

async function erasePerson(personId: string, options: AsCoordinator & { readonly because: string }): Promise<void> {
  const by = coordinator(options.as);
  await give(options, 'ErasePerson', { lenderId: by.partyId, personId, because: options.because });
  if (options.json) printJson({ personId, erased: true });
  else print(`${personId} is erased: their key is destroyed. Let backups of the key folder expire too.`);
}

const give = (options: AsCoordinator, name: string, data: object) =>
  withHouse(options, (house) => giveCommand(house, { by: coordinator(options.as), name, data }));

function personData(personId: string, { as, from, skill, kind }: NoteOptions): object {
  return {
    lenderId: coordinator(as).partyId,
    personId,
    particulars: readParticulars(from),
    skillIds: skill,
    kinds: kind.map((words) => {
      const [statusId, ...delegationIds] = words.split('+');
      return { statusId, delegationIds };
    }),
  };
}

/** What is wrong with the file is said without any of what is in it. */
function readParticulars(from: string): unknown {
  const shown = from === '-' ? 'Standard input' : `The file "${from}"`;
  let text: string;
  try {
    text = readFileSync(from === '-' ? 0 : from, 'utf8');
  } catch {
    throw new Stop('FILE_UNREADABLE', `${shown} cannot be read.`, exitCodes.badInput);
  }
  try {
    return JSON.parse(text);
  } catch {
    const like = '{"name": "…", "contact": "…", "badge": "…"}';
    throw new Stop('FILE_INVALID', `${shown} is not JSON: write ${like}.`, exitCodes.badInput);
  }
}

const personWords = ({ personId, particulars, skillIds, kinds }: PersonRead): string =>
  [
    ['person', personId],
    ['name', particulars.name],
    ['contact', particulars.contact ?? 'not noted'],
    ['badge', particulars.badge ?? 'not noted'],
    ['skills', skillIds.join(', ') || 'none named'],
    ['kinds', kinds.map((k) => [k.statusId, ...k.delegationIds].join('+')).join(', ') || 'none named'],
  ]
    .map(([what = '', is]) => `${what.padEnd(8)} ${is}`)
    .join('\n');

const coordinator = (as: string): Actor => actorAs(as, 'lenderCoordinator', 'per_coordinator@us.oh');
