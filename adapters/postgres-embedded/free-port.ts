import { createServer } from 'node:net';

/** A port of this machine that nobody listens on just now. Another may take it before we do: try again then. */
export const freePort = (): Promise<number> =>
  new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? settle(address.port) : fail(new Error('no port'))));
    });
  });
