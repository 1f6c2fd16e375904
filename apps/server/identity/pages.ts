import type { FastifyReply } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** What this Muster is called, where people log in. */
    houseName: () => Promise<string>;
  }
}

/** Nothing from elsewhere, nothing inline, in nobody's frame. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A page that works without a script. Parts are HTML: whoever gives text in them escapes it. */
export const page = (houseName: string, title: string, parts: readonly string[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)} – ${escapeText(houseName)}</title>
<link rel="stylesheet" href="/login/style.css">
</head>
<body>
<main>
<p class="house">${escapeText(houseName)}</p>
<h1>${escapeText(title)}</h1>
${parts.join('\n')}
</main>
</body>
</html>
`;

export const sendPage = async (reply: FastifyReply, status: number, title: string, parts: readonly string[]) =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(page(await reply.server.houseName(), title, parts));

export const faultNote = (words: string | undefined): string =>
  words === undefined ? '' : `<p class="fault" role="alert">${escapeText(words)}</p>`;

export const doneNote = (words: string): string => `<p class="done" role="status">${escapeText(words)}</p>`;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password';
  readonly autocomplete: string;
  readonly value?: string;
  readonly hint?: string;
}

export function field({ name, label, type = 'text', autocomplete, value = '', hint }: Field): string {
  const hinted = hint === undefined ? '' : `<span class="hint" id="${name}-hint">${escapeText(hint)}</span>`;
  const described = hint === undefined ? '' : ` aria-describedby="${name}-hint"`;
  return `<label for="${name}">${escapeText(label)}</label>${hinted}
<input id="${name}" name="${name}" type="${type}" value="${escapeText(value)}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" required maxlength="300"${described}>`;
}

export const style = `:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#f0f0f0;color:#1b1b1b;font:1.06rem/1.5 "Source Sans Pro","Helvetica Neue",Helvetica,Arial,sans-serif}
main{max-width:30rem;margin:3rem auto;padding:1.5rem 2rem 2rem;background:#fff;border-top:.5rem solid #162e51}
.house{margin:0;color:#565c65;font-weight:700}
h1{font-size:1.6rem;line-height:1.2}
label{display:block;margin-top:1rem;font-weight:700}
.hint{display:block;color:#565c65}
input{display:block;width:100%;margin-top:.25rem;padding:.5rem;border:1px solid #565c65;font:inherit}
button{margin-top:1.25rem;padding:.6rem 1.25rem;border:0;border-radius:.25rem;background:#005ea2;color:#fff;font:inherit;font-weight:700;cursor:pointer}
button:hover{background:#1a4480}
input:focus,button:focus,a:focus{outline:.25rem solid #2491ff;outline-offset:0}
a{color:#005ea2}
.fault{padding:.75rem 1rem;border-left:.25rem solid #b50909;background:#f8e1de}
.done{padding:.75rem 1rem;border-left:.25rem solid #00a91c;background:#ecf3ec}
h2{font-size:1.2rem;margin:2rem 0 .5rem}
.rows{padding:0;margin:0;list-style:none}
.rows li{padding:.5rem 0;border-bottom:1px solid #dfe1e2}
button.quiet{margin-top:.25rem;padding:.35rem .9rem;background:#fff;color:#005ea2;box-shadow:inset 0 0 0 2px #005ea2}
button.quiet:hover{background:#fff;color:#1a4480}
code{background:#f0f0f0;padding:0 .25rem}
`;
