import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exitCodes, housePlace } from '@muster/house';
import { drawPersonId, invite } from '@muster/server/accounts';
import { type PersonId, personIdSchema } from '@muster/terms';
import type { Command } from 'commander';
import { now } from '../acting.ts';
import { columns } from '../print/text.ts';
import { type Common, print, printJson, Stop, withHouse } from '../session.ts';

/** A verb with what every verb has. */
type MakeVerb = (parent: Command, name: string, description: string) => Command;

/** The verbs of members: who can log in. What they may do, the directory says. */
export function addMemberVerbs(program: Command, verb: MakeVerb): void {
  const member = program.command('member').description('who can log in; what they may do, the directory says');
  verb(member, 'list', 'every member').action(listMembers);
  verb(member, 'invite <displayName>', 'print a link by which one person becomes a member, once, within a day')
    .option('--person <personId>', 'who they are in the record; drawn by chance unless told')
    .action(inviteMember);
}

async function listMembers(options: Common): Promise<void> {
  const members = await withHouse(options, ({ accounts }) => accounts.members());
  const shown = members.map(({ personId, displayName, since }) => ({ personId, displayName, since }));
  if (options.json) return printJson(shown);
  if (shown.length === 0) return print('Nobody is a member yet.');
  print(columns([['person', 'since', 'name'], ...shown.map((m) => [m.personId, m.since.slice(0, 10), m.displayName])]));
}

async function inviteMember(displayName: string, options: Common & { readonly person?: string }): Promise<void> {
  const personId = options.person === undefined ? drawPersonId() : readPerson(options.person);
  const { path, expiresAt } = await withHouse(options, async ({ accounts }) => {
    if (await accounts.member(personId)) {
      throw new Stop('MEMBER_EXISTS', `${personId} is a member already.`, exitCodes.refused);
    }
    return invite(accounts, { personId, displayName, at: now() });
  });
  const link = `${addressOf(options)}${path}`;
  if (options.json) return printJson({ personId, link, expiresAt });
  print(`${displayName} is ${personId} in the record, and becomes a member by this link, until ${expiresAt}:\n${link}`);
}

/** Where browsers reach the server: as it was told, or as it wrote into the data folder. */
function addressOf(options: Common): string {
  const told = process.env.MUSTER_PUBLIC_URL?.replace(/\/$/, '');
  if (told) return told;
  const file = join(options.data ? resolve(options.data) : housePlace().dataFolder, 'server.json');
  if (!existsSync(file)) return 'http://127.0.0.1:4600';
  return String(JSON.parse(readFileSync(file, 'utf8')).url).replace(/\/$/, '');
}

export function readPerson(text: string): PersonId {
  const read = personIdSchema.safeParse(text);
  if (read.success) return read.data;
  throw new Stop('PERSON_INVALID', `"${text}" ${read.error.issues[0]?.message}.`, exitCodes.badInput);
}
