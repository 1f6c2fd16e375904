import fc from 'fast-check';

/** As much of JSON Schema as the API document uses. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** What a schema takes: every part of it, most of the time. Rules between parts are not in a schema, so some may be refused. */
export function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const either = schema.oneOf ?? schema.anyOf;
  if (either) return fc.oneof(...either.map(fitting));
  switch (schema.type) {
    case 'string':
      return schema.pattern === undefined
        ? fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 40, 40) })
        : fc.stringMatching(new RegExp(schema.pattern));
    case 'integer':
    case 'number': {
      const least = schema.minimum ?? (schema.exclusiveMinimum ?? -1) + 1;
      return fc.integer({ min: least, max: Math.max(least, Math.min(schema.maximum ?? 1000, 1000)) });
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const least = schema.minItems ?? 0;
      const most = Math.max(least, Math.min(schema.maxItems ?? 3, 3));
      return fc.array(fitting(schema.items ?? {}), { minLength: least, maxLength: most });
    }
    case 'object': {
      const parts = Object.entries(schema.properties ?? {}).map(([name, part]) => [name, fitting(part)] as const);
      return fc.record(Object.fromEntries(parts), { requiredKeys: [...(schema.required ?? [])] });
    }
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** The names of all parts that a schema knows, at any depth. */
export function namesIn(schema: Schema): readonly string[] {
  const inside = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])];
  const own = Object.entries(schema.properties ?? {});
  return [...own.flatMap(([name, part]) => [name, ...namesIn(part)]), ...inside.flatMap(namesIn)];
}

/** Objects in a schema that would take parts it does not name. */
export function looseIn(schema: Schema, path = ''): readonly string[] {
  const isLoose = schema.type === 'object' && schema.additionalProperties !== false;
  const inside = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [
    ...(isLoose ? [path || 'body'] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => looseIn(part, `${path}/${name}`)),
    ...inside.flatMap((part) => looseIn(part, `${path}/*`)),
  ];
}

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    ...[
      null,
      true,
      -1,
      0,
      1e308,
      -0,
      Number.MAX_SAFE_INTEGER,
      0.5,
      '',
      ' ',
      '\u0000',
      '\ud800',
      '🜁',
      "' or 1=1 --",
      '../../etc/passwd',
    ],
    ...['<script>alert(1)</script>', '{{7*7}}', '=1+1', 'a\r\nx-injected: 1', '__proto__', 'x'.repeat(100_000), [], {}],
  ),
  fc.integer({ min: 1, max: 300 }).map((depth) => {
    let nested: unknown = [];
    for (let i = 0; i < depth; i++) nested = i % 2 ? { a: nested } : [nested];
    return nested;
  }),
  fc.integer({ min: 1000, max: 20_000 }).map((n) => Array.from({ length: n }, (_, i) => i)),
);

/** A body that was right until something in it was put in another's place, left out, added or doubled. */
export const spoiled = (schema: Schema): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fitting(schema),
      fc.array(fc.tuple(fc.nat(), fc.nat(3), strange, fc.string()), { minLength: 1, maxLength: 4 }),
    )
    .map(([body, harms]) => harms.reduce<unknown>((b, harm) => spoil(b, ...harm), body));

function spoil(body: unknown, where: number, how: number, what: unknown, name: string): unknown {
  const copy = structuredClone(body);
  const holders = holdersIn(copy);
  const holder = holders[where % Math.max(1, holders.length)] as Record<string, unknown> | undefined;
  if (!holder) return what;
  const keys = Object.keys(holder);
  const key = keys[where % Math.max(1, keys.length)] ?? name;
  if (how === 0) holder[key] = what;
  else if (how === 1) delete holder[key];
  else if (how === 2) holder[name === '__proto__' ? 'proto' : name] = what;
  else holder[key] = [holder[key], holder[key]];
  return copy;
}

const holdersIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(holdersIn)] : [];
