import { createHash } from 'node:crypto';

interface Chain {
  position: number;
  /** The last hash, as text of one byte a character: far smaller in memory than a buffer of its own. */
  hash: string;
  /** Events that came before the one before them; refused commands of one party may, where servers wrote at once. */
  waiting?: Map<number, Buffer>;
}

/** The chain of hashes of every stream: each hash covers the one before it and the event's exact text. */
export interface StreamChains {
  /** Adds an event; what is wrong with its place, or undefined. */
  add(stream: string, position: number, text: Buffer): 'again' | undefined;
  /** How many streams there are. */
  readonly size: number;
  headOf(stream: string): { readonly position: number; readonly hash: string } | undefined;
  heads(): IterableIterator<[stream: string, head: { readonly position: number; readonly hash: string }]>;
  /** The first position that is lacking in each stream that has later ones. */
  gaps(): { readonly stream: string; readonly position: number }[];
}

export function streamChains(): StreamChains {
  const chains = new Map<string, Chain>();
  const link = (chain: Chain, text: Buffer) => {
    chain.hash = createHash('sha256').update(chain.hash, 'latin1').update(text).digest('binary');
    chain.position++;
  };
  return {
    add(stream, position, text) {
      let chain = chains.get(stream);
      if (!chain) {
        chain = { position: 0, hash: '' };
        chains.set(stream, chain);
      }
      if (position <= chain.position || chain.waiting?.has(position)) return 'again';
      if (position > chain.position + 1) {
        chain.waiting ??= new Map();
        chain.waiting.set(position, Buffer.from(text));
        return undefined;
      }
      link(chain, text);
      const { waiting } = chain;
      if (!waiting) return undefined;
      for (let next = waiting.get(chain.position + 1); next; next = waiting.get(chain.position + 1)) {
        waiting.delete(chain.position + 1);
        link(chain, next);
      }
      return undefined;
    },
    get size() {
      return chains.size;
    },
    headOf: (stream) => chains.get(stream),
    heads: () => chains.entries(),
    gaps: () =>
      [...chains].flatMap(([stream, { position, waiting }]) =>
        waiting && waiting.size > 0 ? [{ stream, position: position + 1 }] : [],
      ),
  };
}
