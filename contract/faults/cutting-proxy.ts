import { connect, createServer, type Socket } from 'node:net';

/** Stands between Muster and its database, and cuts a connection when told. */
export interface CuttingProxy {
  readonly port: number;
  /** Cuts the next connection that asks for what holds these words: before the database hears of it, or after it has answered. */
  cutNext(words: string, when: 'before' | 'after'): void;
  /** How many were cut since this was last asked. */
  cuts(): number;
  close(): Promise<void>;
}

export async function cuttingProxy(toPort: number): Promise<CuttingProxy> {
  let next: { readonly words: string; readonly when: 'before' | 'after' } | undefined;
  let cuts = 0;
  const open = new Set<Socket>();

  const server = createServer((near) => {
    const far = connect(toPort, '127.0.0.1');
    let isAsked = false;
    const end = () => {
      for (const socket of [near, far]) {
        socket.destroy();
        open.delete(socket);
      }
    };
    const cut = () => {
      cuts += 1;
      next = undefined;
      end();
    };
    for (const socket of [near, far]) open.add(socket.on('error', end).on('close', end));
    near.on('data', (asked) => {
      if (next && asked.includes(next.words)) {
        if (next.when === 'before') return cut();
        isAsked = true;
      }
      far.write(asked);
    });
    far.on('data', (answered) => {
      // "Z": ready for the next query, so that this one is done.
      if (isAsked && answered.includes('Z\0\0\0\x05')) return cut();
      if (!isAsked) near.write(answered);
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The proxy has no port.');

  return {
    port: address.port,
    cutNext: (words, when) => {
      next = { words, when };
    },
    cuts: () => {
      const so = cuts;
      cuts = 0;
      return so;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((settle) => server.close(settle));
    },
  };
}
