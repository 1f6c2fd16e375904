import type { WitnessPort } from '@muster/log';

const mostBytes = 256 * 1024;
const mostMs = 10_000;

/**
 * A witness at its submission prefix, such as `https://witness.example/`. Follows no redirect, reads no more than a
 * witness has to say, and waits ten seconds at most.
 */
export function witnessOverHttp(prefix: string): WitnessPort {
  const at = (path: string) => new URL(path, prefix.endsWith('/') ? prefix : `${prefix}/`);
  return {
    addCheckpoint: async (body) => {
      const reply = await call(at('add-checkpoint'), { method: 'POST', body });
      const contentType = reply.headers.get('content-type') ?? '';
      return { status: reply.status, contentType, body: await textOf(reply) };
    },
    newest: async (origin) => {
      const url = at('newest');
      url.searchParams.set('origin', origin);
      const reply = await call(url, {});
      const text = await textOf(reply);
      return reply.status === 200 ? text : undefined;
    },
  };
}

async function call(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(mostMs) });
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
    throw new Error(`it does not answer at ${url.origin} (${cause})`);
  }
}

async function textOf(reply: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of reply.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) throw new Error('it says more than a witness has to');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
