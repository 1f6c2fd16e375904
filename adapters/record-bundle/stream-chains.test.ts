import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decidedOrder } from './decided-order.ts';
import { streamChains } from './stream-chains.ts';

const text = (n: number) => Buffer.from(`event ${n}`);
/** The hash of a stream's first events, as the record's own definition has it. */
const chained = (...numbers: number[]) =>
  numbers.reduce((before, n) => createHash('sha256').update(before).update(text(n)).digest(), Buffer.alloc(0));
const headIn = (chains: ReturnType<typeof streamChains>, stream: string) => {
  const head = chains.headOf(stream);
  if (head) expect(head.hash).toBeTypeOf('string');
  return head && { position: head.position, hash: Buffer.from(head.hash, 'latin1') };
};

describe('given the events of a stream', () => {
  it('when they come in their order, then each hash covers the one before and the text', () => {
    const chains = streamChains();
    expect([1, 2, 3].map((n) => chains.add('a', n, text(n)))).toEqual([undefined, undefined, undefined]);
    expect(headIn(chains, 'a')).toEqual({ position: 3, hash: chained(1, 2, 3) });
    expect(chains.gaps()).toEqual([]);
  });

  it('when they come in another order, then they wait for their turn, and the end is the same', () => {
    const chains = streamChains();
    for (const n of [3, 2]) chains.add('a', n, text(n));
    expect(chains.gaps()).toEqual([{ stream: 'a', position: 1 }]);
    expect(headIn(chains, 'a')).toEqual({ position: 0, hash: Buffer.alloc(0) });
    chains.add('a', 1, text(1));
    chains.add('a', 4, text(4));
    expect(chains.gaps()).toEqual([]);
    expect(headIn(chains, 'a')).toEqual({ position: 4, hash: chained(1, 2, 3, 4) });
  });

  it('when one waits, then its text is kept though the bytes it came in are used again', () => {
    const chains = streamChains();
    const bytes = text(2);
    chains.add('a', 2, bytes);
    bytes.fill(0);
    chains.add('a', 1, text(1));
    expect(headIn(chains, 'a')).toEqual({ position: 2, hash: chained(1, 2) });
  });

  it('when a position comes again, be it linked or waiting, then it is told and changes nothing', () => {
    const chains = streamChains();
    chains.add('a', 1, text(1));
    chains.add('a', 3, text(3));
    for (const n of [1, 3]) expect(chains.add('a', n, text(9))).toBe('again');
    chains.add('a', 2, text(2));
    expect(chains.add('a', 3, text(9))).toBe('again');
    expect(headIn(chains, 'a')).toEqual({ position: 3, hash: chained(1, 2, 3) });
  });

  it('when there are other streams, then each has its own chain and its own gap', () => {
    const chains = streamChains();
    chains.add('a', 1, text(1));
    chains.add('b', 3, text(3));
    chains.add('c', 1, text(1));
    chains.add('c', 4, text(4));
    expect(chains.size).toBe(3);
    expect([...chains.heads()].map(([stream, { position }]) => [stream, position])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 1],
    ]);
    expect(chains.gaps()).toEqual([
      { stream: 'b', position: 1 },
      { stream: 'c', position: 2 },
    ]);
    expect(headIn(chains, 'd')).toBeUndefined();
  });
});

describe('given the numbers of commands in the order of a log', () => {
  const orderOf = (...numbers: number[]) => {
    const order = decidedOrder();
    for (const n of numbers) order.add(n);
    return order;
  };

  it('when each is larger than the one before, then none is displaced', () => {
    expect(orderOf().displaced()).toBe(0);
    expect(orderOf(0, 1, 5).displaced()).toBe(0);
  });

  it('when some are smaller than one that stands before them, then they are counted', () => {
    expect(orderOf(1, 4, 2, 3, 5).displaced()).toBe(2);
    expect(orderOf(9, 1, 2, 3).displaced()).toBe(3);
    expect(orderOf(1, 1, 2).displaced()).toBe(0);
  });

  it('when it is asked what may be decided by now, then it is what is less than all that come', () => {
    expect([...orderOf(1, 4, 2, 3, 5).leastFrom()]).toEqual([1, 2, 2, 3, 5, Number.POSITIVE_INFINITY]);
    expect([...orderOf().leastFrom()]).toEqual([Number.POSITIVE_INFINITY]);
  });

  it('when there are more than it had room for, then it makes room and forgets none', () => {
    const many = Array.from({ length: 2_500 }, (_, i) => 2_500 - i);
    expect([...orderOf(...many).leastFrom()]).toEqual([...many.map(() => 1), Number.POSITIVE_INFINITY]);
    expect(orderOf(...many).displaced()).toBe(2_499);
  });
});
