import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  addressIn,
  leftIn,
  muster,
  type Running,
  removeFolder,
  startServer,
  temporaryFolder,
} from '@muster/house/testing';
import { afterAll, expect, it, vi } from 'vitest';

// Programs that start databases: slow is not failed.
vi.setConfig({ testTimeout: 300_000 });

const folder = temporaryFolder();
afterAll(async () => {
  await leftIn(folder);
  removeFolder(folder);
});

const secrets = ['Ada Canary', 'Eve Canary', '+1 555 0100', 'badge-7731'];
const whose = { lenderId: 'us.oh', personId: `prs_${'0a'.repeat(16)}` };
const particulars = { name: 'Ada Canary', contact: '+1 555 0100', badge: 'badge-7731' };
const person = { ...whose, particulars, skillIds: ['medical'], kinds: [{ statusId: 'title32', delegationIds: [] }] };
const ohio = { personId: 'per_oh-coordinator', partyId: 'us.oh', role: 'lenderCoordinator' };
const texas = { ...ohio, partyId: 'us.tx' };

interface Answered {
  readonly status: number;
  readonly text: string;
}
const told: string[] = [];

async function post(path: string, commandId: string, body: unknown): Promise<Answered> {
  const answer = await fetch(`${addressIn(folder)}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': commandId,
      'if-match': '*',
      authorization: `Bearer ${readFileSync(join(folder, 'token'), 'utf8')}`,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
}
/** A command as anybody gives it; what is answered must never say who somebody is. */
async function give(commandId: string, name: string, data: object, by: object = ohio): Promise<Answered> {
  const answered = await post(`api/commands/${name}`, commandId, { by, data });
  told.push(answered.text);
  return answered;
}
const read = (commandId: string, by: object = ohio) => post('api/people/read', commandId, { by, ...whose });
const codeIn = ({ text }: Answered): string => JSON.parse(text).code;

let server: Running;
async function start(): Promise<void> {
  server = startServer(folder, ['--scenario', 'none']);
  await server.said('Muster serves');
}
async function stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  server.child.kill(signal);
  const { stdout, stderr } = await server.ended;
  told.push(stdout, stderr);
  expect(await leftIn(folder)).toEqual([]);
}

/** One person through their whole life, on servers that are killed in between. */
it('a person who serves, over HTTP: noted, read, given wrongly, corrected and erased, and never found by name anywhere', async () => {
  // Noted, and the server killed: sent again they are the same bytes, and with another name refused.
  {
    await start();
    const first = await give('cmd_note', 'NotePerson', person);
    expect(first.status).toBe(200);
    await stop('SIGKILL');
    await start();
    expect(await give('cmd_note', 'NotePerson', person)).toEqual(first);
    const other = await give('cmd_note', 'NotePerson', { ...person, particulars: { name: 'Eve Canary' } });
    expect([other.status, codeIn(other)]).toEqual([422, 'COMMAND_REUSED']);
  }

  // Read by the coordinator of their lender alone.
  {
    const mine = await read('cmd_read');
    expect([mine.status, JSON.parse(mine.text)]).toEqual([200, person]);
    const theirs = await read('cmd_read-tx', texas);
    expect([theirs.status, codeIn(theirs)]).toEqual([403, 'DEPLOYMENT_PERSON_NOT_YOURS']);
    const desk = await read('cmd_read-desk', { ...ohio, role: 'deploymentDesk' });
    expect([desk.status, codeIn(desk)]).toEqual([403, 'COMMAND_ROLE_NOT_ALLOWED']);
    told.push(theirs.text, desk.text);
    const bare = await fetch(`${addressIn(folder)}api/people/read`, { method: 'POST' });
    expect(bare.status).toBe(401);
  }

  // Given wrongly, and nothing of it is repeated.
  {
    const wrong = [
      await give('cmd_w1', 'NotePerson', { ...person, particulars: { ...particulars, 'Ada Canary': 'Eve Canary' } }),
      await give('cmd_w2', 'NotePerson', { ...person, particulars: 'Ada Canary' }),
      await give('cmd_w3', 'CorrectPerson', { ...person, particulars: { name: 'Ada Canary'.repeat(50) } }),
      await give('cmd_w4', 'NotePerson', { ...person, personId: 'Ada Canary' }),
      await post('api/commands/NotePerson', 'cmd_w6', `{"data": Ada Canary`),
      await post('api/commands/NotePerson', 'cmd_w5', `{"by": "Ada Canary", "data": {}}`),
      await post('api/commands/NotePerson', 'Ada Canary', person),
    ];
    told.push(...wrong.map((w) => w.text));
    expect(wrong.map((w) => w.status)).toEqual(wrong.map(() => 400));
  }

  // Corrected, and shown on the command line beside the server.
  {
    const corrected = await give('cmd_correct', 'CorrectPerson', { ...person, particulars: { name: 'Eve Canary' } });
    expect(corrected.status).toBe(200);
    const shown = await muster(folder, ['person', 'show', whose.personId, '--as', 'per_c@us.oh']);
    expect(shown.stdout).toContain('name     Eve Canary');
    const foreign = await muster(folder, ['person', 'show', whose.personId, '--as', 'per_c@us.tx']);
    expect([foreign.code, foreign.stdout]).toEqual([1, '']);
    told.push(foreign.stderr);
  }

  // Erased: unreadable at once, after a kill too, and the record is whole.
  {
    const key = readFileSync(join(folder, 'person-keys', 'us.oh', `${whose.personId}.key`));
    const erased = await give('cmd_erase', 'ErasePerson', { ...whose, because: 'theyAsked' });
    expect(erased.status).toBe(200);
    await stop('SIGKILL');
    await start();
    expect(await give('cmd_erase', 'ErasePerson', { ...whose, because: 'theyAsked' })).toEqual(erased);
    for (const refused of [await read('cmd_read'), await give('cmd_note', 'NotePerson', person)]) {
      expect([refused.status, codeIn(refused)]).toEqual([422, 'DEPLOYMENT_PERSON_ERASED']);
    }
    for (const path of ['api/record?limit=1000', 'api/requests', 'api/openapi.json', 'api/health']) {
      told.push(await (await fetch(`${addressIn(folder)}${path}`)).text());
    }
    expect(told.find((text) => text.includes('erases the person'))).toBeDefined();
    await stop('SIGTERM');

    const files = filesIn(folder);
    // The record itself is among them: what was looked for in vain could have been found.
    expect(filesWith(files, Buffer.from(whose.personId)).length).toBeGreaterThan(0);
    for (const form of secrets.flatMap(formsOf)) expect(filesWith(files, form), form.toString('hex')).toEqual([]);
    for (const form of [key, Buffer.from(key.toString('base64url')), Buffer.from(key.toString('hex'))]) {
      expect(filesWith(files, form)).toEqual([]);
    }
    for (const secret of secrets) expect(told.filter((text) => text.includes(secret))).toEqual([]);
  }
});

/** A text as its bytes may lie about. */
const formsOf = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  ...(['base64', 'base64url', 'hex'] as const).map((as) => Buffer.from(Buffer.from(text).toString(as).slice(0, -4))),
];

const filesIn = (place: string): string[] =>
  (readdirSync(place, { recursive: true }) as string[])
    .map((name) => join(place, name))
    .filter((file) => statSync(file).isFile());

const filesWith = (files: readonly string[], bytes: Buffer): string[] =>
  files.filter((file) => readFileSync(file).includes(bytes));
