import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** The pairs of RFC 8785's author, beside this repository. */
const vectors = fileURLToPath(new URL('../../../shared/vectors/jcs', import.meta.url));

describe('canonical JSON', () => {
  it('is that of RFC 8785 in every one of its vectors', () => {
    expect(existsSync(vectors), `The vectors of RFC 8785 are missing: they belong into ${vectors}.`).toBe(true);
    const names = readdirSync(`${vectors}/input`);
    expect(names).toHaveLength(6);
    for (const name of names) {
      const given: unknown = JSON.parse(readFileSync(`${vectors}/input/${name}`, 'utf8'));
      expect(canonicalJson(given), name).toBe(readFileSync(`${vectors}/output/${name}`, 'utf8'));
    }
  });

  it('sorts keys that look like numbers as text', () => {
    expect(canonicalJson({ 10: 1, 9: 2, a: 3 })).toBe('{"10":1,"9":2,"a":3}');
  });

  it('leaves out what is undefined, and has null for it in a list', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, null] })).toBe('{"a":[null,null]}');
  });

  it('refuses a number that JSON cannot hold', () => {
    expect(() => canonicalJson({ a: [Number.NaN] })).toThrow('NaN cannot be written as JSON.');
    expect(() => canonicalJson(Number.POSITIVE_INFINITY)).toThrow('Infinity');
  });

  it('says the same as was given, however its keys are ordered', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(turned(value))).toBe(text);
      }),
    );
  });
});

/** The same value, its keys the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, v]) => [key, turned(v)]),
  );
}
