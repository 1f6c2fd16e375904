import type { FastifyPluginAsync } from 'fastify';
import { escapeText } from './identity/pages.ts';

/** As much of the API document as the page shows. */
interface Described {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, Media>> }>
  >;
}
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Shape;
}
interface Media {
  readonly schema?: Shape;
  readonly example?: unknown;
}
interface Shape {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly description?: string;
}
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

const policy = "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** What a browser shows of the API: made of the document itself, so that it is never behind; no script, nothing of elsewhere. */
export const referenceRoutes =
  (document: () => ApiDocument): FastifyPluginAsync =>
  async (app) => {
    app.get(
      '/api/reference',
      { schema: { hide: true, operationId: 'showReference' } as object },
      async (_call, reply) =>
        reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', policy)
          .send(referencePage(document())),
    );
    app.get(
      '/api/reference.css',
      { schema: { hide: true, operationId: 'showReferenceStyle' } as object },
      async (_call, reply) => reply.type('text/css; charset=utf-8').send(style),
    );
  };

/** The document as one page of HTML. */
export function referencePage({ info, paths }: ApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method: method.toUpperCase(), ...described })),
  );
  const groups = [...new Set(operations.map((o) => o.tags?.[0] ?? 'other'))].map(
    (tag) => [tag, operations.filter((o) => (o.tags?.[0] ?? 'other') === tag)] as const,
  );
  const way = groups
    .map(([tag, of]) => `<li><a href="#group-${tag}">${escapeText(tag)}</a> (${of.length})</li>`)
    .join('\n');
  const parts = groups.map(([tag, of]) => `<h2 id="group-${tag}">${escapeText(tag)}</h2>\n${of.map(told).join('\n')}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API – ${escapeText(info.title)}</title>
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<header><h1>${escapeText(info.title)}: the API</h1>
<p>${escapeText(info.description ?? '')} For programs: <a href="/api/openapi.json">the OpenAPI document</a>. To the <a href="/">page of requests</a>.</p>
<nav aria-label="Groups of calls"><ul>
${way}
</ul></nav></header>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function told(o: Described & { readonly path: string; readonly method: string }): string {
  const [kind, body] = Object.entries(o.requestBody?.content ?? {})[0] ?? [];
  const answers = Object.entries(o.responses).map(
    ([status, { description, content }]) =>
      `<li><strong>${status}</strong> ${escapeText(description === 'Default Response' ? '' : (description ?? ''))} ${escapeText(Object.keys(content ?? {}).join(', '))}</li>`,
  );
  return `<section aria-labelledby="${o.operationId}">
<h3 id="${o.operationId}"><code>${o.method} ${escapeText(o.path)}</code></h3>
<p>${escapeText(o.summary ?? '')} ${escapeText(o.description ?? '')}${o.security?.length ? ' <em>Needs somebody who is known.</em>' : ''}</p>
${parametersOf(o)}${body?.schema ? `<h4>It takes ${escapeText(kind ?? '')}</h4>\n${shapeOf(body.schema)}` : ''}${exampleOf(o.operationId, body)}
<h4>It answers</h4>
<ul>${answers.join('')}</ul>
</section>`;
}

function parametersOf({ operationId, parameters = [] }: Described): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    (p) =>
      `<tr><th scope="row"><code>${escapeText(p.name)}</code></th><td>${p.in}${p.required ? ', needed' : ''}</td><td>${escapeText(p.schema ? nameOf(p.schema) : '')}</td><td>${escapeText(p.description ?? '')}</td></tr>`,
  );
  return `<div class="wide" role="region" tabindex="0" aria-label="Parameters of ${operationId}"><table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Where</th><th scope="col">Is</th><th scope="col">Means</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></div>\n`;
}

function exampleOf(operationId: string, body: Media | undefined): string {
  if (body?.example === undefined) return '';
  return `<pre tabindex="0" role="region" aria-label="Example of ${operationId}"><code>${escapeText(JSON.stringify(body.example, null, 2))}</code></pre>`;
}

/** What a value is, in a few words. */
function nameOf(shape: Shape): string {
  const either = shape.anyOf ?? shape.oneOf;
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.map((value) => String(value)).join(' | ');
  if (either) return either.map(nameOf).join(' or ');
  if (shape.type === 'array') return `list of ${shape.items ? nameOf(shape.items) : 'anything'}`;
  const type = [shape.type ?? 'anything'].flat().join(' or ');
  return shape.pattern === undefined ? type : `${type} like ${shape.pattern}`;
}

/** An object's parts as a list, and theirs within. */
function shapeOf(shape: Shape): string {
  const inner = shape.items ?? shape;
  const parts = Object.entries(inner.properties ?? {}).map(([name, part]) => {
    const needed = inner.required?.includes(name) ? '' : ', may be left out';
    return `<li><code>${escapeText(name)}</code>: ${escapeText(nameOf(part))}${needed}. ${escapeText(part.description ?? '')}${shapeOf(part)}</li>`;
  });
  return parts.length > 0 ? `<ul>${parts.join('')}</ul>` : '';
}

const style = `body { font-family: system-ui, sans-serif; line-height: 1.5; margin: 0 auto; max-width: 60rem; padding: 1rem; color: #1b1b1b; background: #fff }
a { color: #005ea2 }
section { border-top: 1px solid #a9aeb1; padding: 0.5rem 0 }
code { overflow-wrap: anywhere }
pre, .wide { overflow-x: auto; background: #f0f0f0; padding: 0.5rem }
table { border-collapse: collapse; text-align: left }
th, td { padding: 0.25rem 0.5rem; vertical-align: top; font-weight: normal }
thead th { font-weight: bold }
:focus-visible { outline: 3px solid #2491ff }
`;
