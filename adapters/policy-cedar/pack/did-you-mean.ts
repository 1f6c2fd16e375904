/** The known word nearest to a mistyped one, when one is near enough to be meant. */
export function didYouMean(word: string, known: Iterable<string>): { readonly maybe?: string } {
  const atMost = Math.max(2, Math.floor(word.length / 3));
  const near = [...known]
    .map((candidate) => ({ candidate, edits: editsBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= atMost)
    .sort((a, b) => a.edits - b.edits)[0];
  return near ? { maybe: near.candidate } : {};
}

/** How many letters must be put in, left out or changed (Levenshtein). */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
