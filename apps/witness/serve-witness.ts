import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocket, type Server } from 'node:net';
import type { WitnessFolder } from '@muster/log-files';
import { type WitnessAnswer, witnessDesk } from './witness-desk.ts';

export interface WitnessServer {
  readonly outcome: 'serving';
  readonly url: string;
  close(): Promise<void>;
}

export interface NotServing {
  readonly outcome: 'refused';
  readonly code: 'WITNESS_IN_USE' | 'PORT_TAKEN';
  readonly why: string;
}

/** More than the longest proof and a checkpoint with a hundred signatures. */
const mostBytes = 64 * 1024;

export interface ServeWitness {
  readonly folder: WitnessFolder;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly nowSeconds: () => number;
  /** Told of what keeps the witness from answering. */
  readonly say: (words: string) => void;
}

/** Serves a witness over HTTP: `POST /add-checkpoint` (C2SP tlog-witness), and `GET /newest?origin=…`. */
export async function serveWitness(options: ServeWitness): Promise<WitnessServer | NotServing> {
  const { folder, host, port, nowSeconds, say } = options;
  const lock = await takeFolder(folder.path);
  if (!lock) {
    const why = `Another witness runs on the folder ${folder.path}: two of them could cosign two histories.`;
    return { outcome: 'refused', code: 'WITNESS_IN_USE', why };
  }
  const desk = witnessDesk(folder, nowSeconds);
  const answer = async (call: IncomingMessage): Promise<WitnessAnswer> => {
    const { pathname, searchParams } = new URL(call.url ?? '/', 'http://witness');
    if (call.method === 'POST' && pathname === '/add-checkpoint') {
      const body = await bodyOf(call);
      return body === undefined
        ? plain(413, `A request has at most ${mostBytes} bytes of UTF-8.`)
        : desk.addCheckpoint(body);
    }
    if (call.method === 'GET' && pathname === '/newest') return desk.newest(searchParams.get('origin') ?? '');
    return plain(404, 'There is POST /add-checkpoint, and GET /newest?origin=….');
  };
  const server = createServer((call, reply) => {
    answer(call)
      .catch((error: Error) => {
        say(`The witness could not answer: ${error.message}`);
        return plain(500, 'The witness could not keep what it would have signed, and signed nothing.');
      })
      .then((made) => send(reply, made));
  });
  server.headersTimeout = server.requestTimeout = 10_000;
  try {
    await new Promise<void>((settle, fail) => server.once('error', fail).listen({ host, port }, settle));
  } catch (error) {
    lock.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return { outcome: 'refused', code: 'PORT_TAKEN', why: `The port ${port} is taken: choose another with --port.` };
  }
  const address = server.address();
  const at = typeof address === 'object' && address ? address.port : port;
  return {
    outcome: 'serving',
    url: `http://${host}:${at}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((settle) => server.close(settle));
      await new Promise((settle) => lock.close(settle));
    },
  };
}

/** Held by the kernel for as long as this process lives, and never stale: a socket named for the folder. */
function takeFolder(path: string): Promise<Server | undefined> {
  const name = createHash('sha256').update(realpathSync(path)).digest('hex').slice(0, 32);
  return new Promise((settle) => {
    const lock = createSocket();
    lock.once('error', () => settle(undefined));
    lock.listen(`\0muster-witness-${name}`, () => settle(lock));
  });
}

async function bodyOf(call: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of call) {
    length += (chunk as Buffer).length;
    if (length > mostBytes) return undefined;
    chunks.push(chunk as Buffer);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    return undefined;
  }
}

const plain = (status: number, words: string): WitnessAnswer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body: `${words}\n`,
});

function send(reply: ServerResponse, { status, contentType, body }: WitnessAnswer): void {
  reply.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' });
  reply.end(body);
}
