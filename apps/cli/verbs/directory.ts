import { type Actor, dayOf, type PartyId, type PersonId } from '@muster/terms';
import type { Command } from 'commander';
import { actorAs, give, newCommandId, now, refusedStop } from '../acting.ts';
import { directoryWords } from '../print/directory.ts';
import { type Common, print, printJson, withHouse } from '../session.ts';

interface AsAdministrator extends Common {
  /** Whose act it is: `per_administrator@us.fema`. */
  readonly as: string;
}

interface Because {
  readonly because: string;
}

/** A verb with what every verb has. */
type MakeVerb = (parent: Command, name: string, description: string) => Command;

/** The verbs of the directory: who keeps it, the organisations, and who holds which role where. */
export function addDirectoryVerbs(program: Command, verb: MakeVerb): void {
  const directory = program.command('directory').description('organisations and roles: who may act for whom');
  verb(directory, 'list', 'who keeps it, the organisations in their tree, and who holds which role at them').action(
    listDirectory,
  );
  verb(directory, 'keep <partyId>', 'from now on believe nobody: only who holds a role acts in it; cannot be undone')
    .option('--administrator <personId>', 'who is its administrator', 'per_administrator')
    .action(keepDirectory);

  const asWhom = ['--as <person@party>', 'the administrator who does it, such as per_administrator@us.fema'] as const;
  const because = ['--because <reason>', 'why, as the record is to say it'] as const;
  const organisation = directory.command('organisation').description('organisations in their tree');
  const byAdministrator = (parent: Command, name: string, description: string) =>
    verb(parent, name, description).requiredOption(...asWhom);
  byAdministrator(organisation, 'note <partyId>', 'note an organisation, or one that was closed, anew')
    .requiredOption('--name <name>', 'what it is called')
    .requiredOption('--sovereign <partyId>', 'whose consent counts for it; it may be its own')
    .option('--within <partyId>', 'what it is part of; nothing unless told')
    .action(noteOrganisation);
  byAdministrator(organisation, 'move <partyId>', 'say what it is part of from now on')
    .requiredOption('--within <partyId>', 'what it is part of')
    .requiredOption(...because)
    .action(moveOrganisation);
  byAdministrator(organisation, 'close <partyId>', 'close it: nobody acts for it any more')
    .requiredOption(...because)
    .action(closeOrganisation);

  const role = directory.command('role').description('roles that people hold at organisations');
  byAdministrator(role, 'give <personId> <role> <partyId>', 'give a role, such as counsel; the error names all roles')
    .option('--from <day>', 'the first day on which it is held; today unless told')
    .option('--to <day>', 'the first day after it; until it is ended unless told')
    .action(giveRole);
  byAdministrator(role, 'end <personId> <role> <partyId>', 'end a role; what was done in it stands')
    .requiredOption(...because)
    .action(endRole);
}

async function listDirectory(options: Common): Promise<void> {
  const shown = await withHouse(options, async ({ directory }) => ({
    keeperId: (await directory.keeper()) ?? null,
    organisations: await directory.organisations(),
    roles: await directory.roles(dayOf(now())),
  }));
  if (options.json) printJson(shown);
  else print(directoryWords(shown));
}

async function keepDirectory(partyId: string, options: Common & { readonly administrator: string }): Promise<void> {
  const { administrator } = options;
  const answer = await withHouse(options, ({ directory }) =>
    directory.keep({
      commandId: newCommandId(),
      at: now(),
      keeperId: partyId as PartyId,
      administratorId: administrator as PersonId,
    }),
  );
  if (answer.outcome === 'refused') throw refusedStop(answer);
  if (options.json) return printJson({ keeperId: partyId, administratorId: administrator });
  print(
    `${partyId} keeps the directory, and ${administrator} is its administrator. From now on whoever acts must hold the role in which they act.`,
  );
}

interface NoteOptions extends AsAdministrator {
  readonly name: string;
  readonly sovereign: string;
  readonly within?: string;
}

async function noteOrganisation(partyId: string, options: NoteOptions): Promise<void> {
  const { name, sovereign, within } = options;
  const data = { partyId, name, sovereignId: sovereign, ...(within !== undefined && { withinId: within }) };
  await carryOut(options, 'NoteOrganisation', data, `${partyId} is noted as "${name}".`);
}

const moveOrganisation = (partyId: string, options: AsAdministrator & Because & { readonly within: string }) =>
  carryOut(
    options,
    'MoveOrganisation',
    { partyId, withinId: options.within, reason: options.because },
    `${partyId} is part of ${options.within} from now on.`,
  );

const closeOrganisation = (partyId: string, options: AsAdministrator & Because) =>
  carryOut(
    options,
    'CloseOrganisation',
    { partyId, reason: options.because },
    `${partyId} is closed: nobody acts for it any more.`,
  );

interface RoleOptions extends AsAdministrator {
  readonly from?: string;
  readonly to?: string;
}

const giveRole = (personId: string, role: string, partyId: string, options: RoleOptions) => {
  const { from, to } = options;
  const days = { ...(from !== undefined && { fromOn: from }), ...(to !== undefined && { toOn: to }) };
  const said = `${personId} holds the role ${role} at ${partyId} from ${from ?? 'today'}${to ? ` until before ${to}` : ''}.`;
  return carryOut(options, 'GiveRole', { personId, partyId, role, ...days }, said);
};

const endRole = (personId: string, role: string, partyId: string, options: AsAdministrator & Because) =>
  carryOut(
    options,
    'EndRole',
    { personId, partyId, role, reason: options.because },
    `${personId} holds the role ${role} at ${partyId} no more.`,
  );

async function carryOut(options: AsAdministrator, name: string, data: object, said: string): Promise<void> {
  const by: Actor = actorAs(options.as, 'administrator', 'per_administrator@us.fema');
  const answer = await withHouse(options, (house) => give(house, { by, name, data }));
  if (options.json) printJson(answer);
  else print(said);
}
