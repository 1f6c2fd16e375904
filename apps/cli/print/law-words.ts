import type { Explanation } from '@muster/policy-cedar';

type Part = Pick<Explanation['task'], 'kind' | 'contested'>;

/** `A`, `A and B`, `A, B and C`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A verdict in a clause that goes after "it is" or a colon; `needs` are those who must consent, without counsel. */
export function verdictClause({ kind, contested }: Part, needs: readonly string[]): string {
  switch (kind) {
    case 'permitted':
      return 'permitted; no consent is needed';
    case 'forbidden':
      return 'forbidden';
    case 'noAuthority':
      return 'no authority found, and so refused: silence is never a yes';
    case 'needs': {
      const consents = needs.length > 0 ? `the consent of ${listed(needs.map(withArticle))}` : '';
      if (!contested) return `permitted with ${consents}`;
      return `contested: it needs counsel's opinion${consents && `, and ${consents}`}`;
    }
  }
}

/** An office in a sentence: `the Governor of the host state`, but `ICE, certifying each officer`. */
export const withArticle = (label: string): string => (/^(the |[A-Z]{2})/.test(label) ? label : `the ${label}`);

/** Breaks text into lines; all but the first begin with `indent` spaces. Spaces at the very front stay. */
export function wrapped(text: string, indent: number, width = 100): string {
  const [first = '', ...words] = text.trimStart().split(' ');
  const lines = [`${text.slice(0, text.length - text.trimStart().length)}${first}`];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length > width) lines.push(`${' '.repeat(indent)}${word}`);
    else lines[lines.length - 1] = longer;
  }
  return lines.join('\n');
}
