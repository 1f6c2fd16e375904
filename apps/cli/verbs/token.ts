import { readFileSync } from 'node:fs';
import { exitCodes } from '@muster/house';
import { makeToken, mostTokenDays } from '@muster/server/accounts';
import type { Command } from 'commander';
import { now } from '../acting.ts';
import { columns } from '../print/text.ts';
import { type Common, print, printJson, Stop, withHouse } from '../session.ts';
import { gather } from './law.ts';
import { readPerson } from './member.ts';

interface MakeOptions extends Common {
  readonly scope: readonly string[];
  readonly days: string;
  readonly person?: string;
}

/** A verb with what every verb has. */
type MakeVerb = (parent: Command, name: string, description: string) => Command;

/** The verbs of API tokens, by which machines call. */
export function addTokenVerbs(program: Command, verb: MakeVerb): void {
  const token = program.command('token').description('API tokens, by which machines call');
  verb(token, 'list', 'every token: whose, for what, until when; never the token itself').action(listTokens);
  verb(token, 'make <label>', 'make a token and print it, this once; the label says what it is for')
    .requiredOption('--scope <name>', 'an operation or a group of them, such as read; may be given again', gather, [])
    .option('--days <n>', `how long it lasts, ${mostTokenDays} days at most`, '90')
    .option('--person <personId>', 'the member in whose name it calls; a new machine unless told')
    .action(makeOne);
  verb(token, 'revoke <tokenId>', 'end a token at once').action(revokeOne);
}

async function listTokens(options: Common): Promise<void> {
  const tokens = await withHouse(options, ({ accounts }) => accounts.tokens());
  const shown = tokens.map(({ hash: _, usedAt, revokedAt, ...token }) => ({
    ...token,
    usedAt: usedAt ?? null,
    revokedAt: revokedAt ?? null,
  }));
  if (options.json) return printJson(shown);
  if (shown.length === 0) return print('There is no token.');
  const rows = shown.map((t) => [
    t.tokenId,
    t.personId,
    t.revokedAt ? 'revoked' : t.expiresAt.slice(0, 10),
    t.usedAt?.slice(0, 10) ?? 'never',
    t.scopes.join(' '),
    t.label,
  ]);
  print(columns([['token', 'person', 'until', 'used', 'for', 'label'], ...rows]));
}

async function makeOne(label: string, options: MakeOptions): Promise<void> {
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 1 || days > mostTokenDays) {
    const words = `"${options.days}" is not a number of days: write one from 1 to ${mostTokenDays}.`;
    throw new Stop('DAYS_INVALID', words, exitCodes.badInput);
  }
  const known = scopesThereAre();
  const unknown = options.scope.find((one) => !known.has(one));
  if (unknown !== undefined) {
    const groups = [...known].filter((one) => /^[a-z]+$/.test(one) && one !== 'health').join(', ');
    const words = `There is no operation or group of operations "${unknown}". Groups: ${groups}; operations are in api/openapi.json.`;
    throw new Stop('TOKEN_SCOPE_UNKNOWN', words, exitCodes.badInput);
  }
  const personId = options.person === undefined ? undefined : readPerson(options.person);
  const made = await withHouse(options, ({ accounts }) =>
    makeToken(accounts, { label, personId, scopes: options.scope, days, at: now() }),
  );
  if (!made) throw new Stop('MEMBER_UNKNOWN', `There is no member "${personId}".`, exitCodes.refused);
  const { tokenId, personId: whose, expiresAt } = made.token;
  if (options.json) return printJson({ tokenId, personId: whose, expiresAt, token: made.secret });
  print(
    `${made.secret}\nThis is shown once. It is ${tokenId}, calls as ${whose}, and ends on ${expiresAt.slice(0, 10)}.`,
  );
}

async function revokeOne(tokenId: string, options: Common): Promise<void> {
  const isRevoked = await withHouse(options, ({ accounts }) => accounts.revokeToken(tokenId, now()));
  if (!isRevoked) {
    throw new Stop('TOKEN_NOT_THERE', `There is no token "${tokenId}" that stands.`, exitCodes.refused);
  }
  if (options.json) printJson({ tokenId, revoked: true });
  else print(`${tokenId} is revoked.`);
}

/** The operations that the API document names, and their groups. */
function scopesThereAre(): ReadonlySet<string> {
  const { paths } = JSON.parse(readFileSync(new URL('../../../api/openapi.json', import.meta.url), 'utf8'));
  const operations = (Object.values(paths) as object[]).flatMap((path) => Object.values(path)) as {
    readonly operationId?: string;
    readonly tags?: readonly string[];
  }[];
  // The log and SCIM have forms of their own, and no place in that document.
  return new Set([
    'log',
    'scim',
    ...operations.flatMap(({ operationId, tags = [] }) => [...(operationId ? [operationId] : []), ...tags]),
  ]);
}
