/** The known word nearest to a mistyped one, when one is near enough to be meant. */
export function didYouMean(word: string, known: Iterable<string>): { readonly maybe?: string } {
  const atMost = Math.max(2, Math.floor(word.length / 3));
  const near = [...known]
    .map((candidate) => ({ candidate, edits: editsBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= atMost)
    .sort((a, b) => a.edits - b.edits)[0];
  return near ? { maybe: near.candidate } : {};
}

/** How many letters must be put in, left out, changed, or swapped with their neighbour. */
function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      const swapped = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
      const swap = swapped ? (before[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(change, swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
