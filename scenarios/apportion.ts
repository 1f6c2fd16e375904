/**
 * Shares a whole number out by weight, in whole numbers that add up to it exactly: largest
 * remainders first, ties to the earlier.
 */
export function apportion(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((w) => (whole * w) / sum);
  const shares = exact.map(Math.floor);
  const rest = whole - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((e, i) => ({ i, remainder: e - Math.floor(e) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, rest)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}
