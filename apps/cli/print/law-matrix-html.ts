import type { LawMatrix, MatrixCell } from '@muster/policy-cedar';
import { verdictClause } from './law-words.ts';

type Row = LawMatrix['rows'][number];

/**
 * The matrix as one page that needs nothing else. Every cell is a link to the note that tells its ground;
 * the note also shows beside it under the pointer and under the keyboard's focus, and Escape puts it away.
 */
export function lawMatrixHtml(matrix: LawMatrix): string {
  const { pack, title, on, tasks, rows, disclaimer } = matrix;
  const notes = numbered(rows.flatMap((row) => [...row.cells, row.gate]).map(noteText));
  const heads = [
    ...tasks.map((task) => `<th scope="col"><abbr title="${safe(task.label)}">${safe(task.code)}</abbr></th>`),
  ];
  const body = rows.map((row, r) => rowHtml(row, r, notes));
  const taskList = tasks.map((task) => `<li><b>${safe(task.code)}</b> ${safe(task.label)}</li>`);
  const noteList = [...notes].map(([text, number]) => `<li id="note-${number}">${safe(text)}</li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}: the law as we read it on ${on}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${safe(title)}</h1>
<p>The law as we read it on <time datetime="${on}">${on}</time>, by the law pack ${safe(pack)}. <strong>${safe(disclaimer)}</strong></p>
<p id="key">${key}</p>
<table>
<caption>Kinds of service by task. Each letter leads to the note with its citations.</caption>
<thead><tr><th scope="col">Status</th>${heads.join('')}<th scope="col">Gate</th></tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
<h2>Tasks</h2>
<ul class="tasks">${taskList.join('')}<li><b>Gate</b> how the status itself comes into being</li></ul>
<h2>Notes</h2>
<ol>
${noteList.join('\n')}
</ol>
<p>Our reading, not legal advice; counsel decides.</p>
</main>
<script>${script}</script>
</body>
</html>
`;
}

function rowHtml(row: Row, r: number, notes: ReadonlyMap<string, number>): string {
  const cells = [...row.cells, row.gate].map((cell, c) => cellHtml(cell, `tip-${r}-${c}`, notes));
  return `<tr><th scope="row">${safe(row.label)} <code>${safe(row.code)}</code></th>${cells.join('')}</tr>`;
}

function cellHtml(cell: MatrixCell, tipId: string, notes: ReadonlyMap<string, number>): string {
  const text = noteText(cell);
  const number = notes.get(text) ?? 0;
  const spoken = `${words[cell.letter]}, note ${number}`;
  return (
    `<td class="${classes[cell.letter]}"><a href="#note-${number}" aria-label="${cell.letter}: ${spoken}" aria-describedby="${tipId}">` +
    `${cell.letter}<sup aria-hidden="true">${number}</sup></a><span role="tooltip" id="${tipId}">${safe(text)}</span></td>`
  );
}

function noteText(cell: MatrixCell): string {
  const needs = cell.needs.filter((need) => need !== 'Counsel');
  const clause = verdictClause(cell, needs);
  const grounds = cell.because.map(
    ({ citation, policyId, confidence }) => `${citation} (${policyId}, confidence ${confidence})`,
  );
  const told = `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
  return grounds.length > 0 ? `${told} ${grounds.join('; ')}.` : told;
}

/** Cells that rest on the same share one note. */
const numbered = (texts: readonly string[]): Map<string, number> =>
  new Map([...new Set(texts)].map((text, i) => [text, i + 1]));

const words = {
  P: 'permitted',
  N: 'needs consent',
  C: 'contested',
  F: 'forbidden',
  '–': 'no authority found',
} as const;
const classes = { P: 'p', N: 'n', C: 'c', F: 'f', '–': 'none' } as const;
const key = Object.entries(words)
  .map(([letter, meaning]) => `<b>${letter}</b> ${meaning}`)
  .join(' · ');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);

const style = `
:root { color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: .5rem 0; }
th, td { border: 1px solid #71767a; padding: .25rem .5rem; text-align: center; position: relative; }
th[scope=row] { text-align: left; font-weight: normal; }
th code { display: block; font-size: .75rem; color: #3d4551; }
td a { display: block; min-width: 2rem; min-height: 1.5rem; color: #1b1b1b; font-weight: bold; text-decoration: none; }
td a:focus-visible { outline: 3px solid #005ea2; outline-offset: 1px; }
sup { font-size: .65rem; font-weight: normal; }
.p { background: #e3f5e1; } .n { background: #e1ebf7; } .c { background: #fff1c2; } .f { background: #f9dede; } .none { background: #f0f0f0; }
[role=tooltip] { display: none; position: absolute; z-index: 1; left: 0; top: 100%; width: 22rem; padding: .5rem .75rem;
  text-align: left; background: #1b1b1b; color: #fff; border-radius: .25rem; font-size: .875rem; }
td:nth-child(n+6) [role=tooltip] { left: auto; right: 0; }
td:hover [role=tooltip], td:focus-within [role=tooltip] { display: block; }
.quiet [role=tooltip] { display: none !important; }
.tasks { columns: 2; } li:target { background: #fff1c2; }
@media print { [role=tooltip] { display: none !important; } main { max-width: none; } }
`;

/** Escape puts a note away until the pointer or the focus goes elsewhere. */
const script = `
addEventListener('keydown', (event) => { if (event.key === 'Escape') document.body.classList.add('quiet'); });
for (const kind of ['focusin', 'mouseover']) addEventListener(kind, (event) => {
  if (event.target.closest && event.target.closest('td')) document.body.classList.remove('quiet');
});
`;
