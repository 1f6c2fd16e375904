/**
 * JSON with sorted keys (RFC 8785), so that the same content always has the same text. What is `undefined` is left
 * out, as JSON does. Throws for a number that JSON cannot hold: no text would say what was meant.
 */
export function canonicalJson(value: unknown): string {
  return textOf(value) ?? 'null';
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} cannot be written as JSON.`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = value as Readonly<Record<string, unknown>>;
  const members: string[] = [];
  // By UTF-16 code units, as RFC 8785 wants it; an object made anew would put keys that look like numbers first.
  for (const key of Object.keys(object).sort()) {
    const text = textOf(object[key]);
    if (text !== undefined) members.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${members.join(',')}}`;
}
