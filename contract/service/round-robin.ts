import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands before several servers: each call goes to the next of them, and to another where one does not answer. */
export interface RoundRobin {
  readonly url: string;
  /** How many calls each has answered, by its address. */
  readonly answered: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export async function roundRobin(servers: readonly string[]): Promise<RoundRobin> {
  const answered = new Map(servers.map((server) => [server, 0]));
  let turn = 0;
  const proxy = createServer(async (call, answer) => {
    const body = await bodyOf(call);
    const first = turn++;
    for (let tried = 0; tried < 2 * servers.length; tried++) {
      const server = servers[(first + tried) % servers.length] as string;
      const got = await ask(server, call, body).catch(() => undefined);
      if (!got) continue;
      answered.set(server, (answered.get(server) ?? 0) + 1);
      answer.writeHead(got.status, got.headers).end(got.body);
      return;
    }
    answer.writeHead(502).end();
  });
  await new Promise<void>((settle) => proxy.listen(0, '127.0.0.1', settle));
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`, answered, close: () => closed(proxy) };
}

async function bodyOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

interface Got {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Each call on a connection of its own: nothing is kept that could outlive a server. */
const ask = (server: string, call: IncomingMessage, body: Buffer): Promise<Got> =>
  new Promise((settle, fail) => {
    const headers = { ...call.headers, host: new URL(server).host, connection: 'close' };
    const asked = request(new URL(call.url ?? '/', server), { method: call.method, headers, agent: false }, (got) => {
      bodyOf(got).then((whole) => {
        const { connection: _kept, 'transfer-encoding': _sent, ...rest } = got.headers;
        settle({ status: got.statusCode ?? 0, headers: rest, body: whole });
      }, fail);
    });
    asked.once('error', fail);
    asked.end(body);
  });

const closed = (server: Server): Promise<void> =>
  new Promise((settle) => {
    server.close(() => settle());
    server.closeAllConnections();
  });
