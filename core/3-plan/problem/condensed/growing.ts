/** Pairs of a place and a coefficient in typed arrays that double when they are full. */
export function growing() {
  let at = new Int32Array(1024);
  let coefficients = new Float64Array(1024);
  let count = 0;
  return {
    count: () => count,
    add(place: number, coefficient: number) {
      if (count === at.length) {
        const [wider, more] = [new Int32Array(count * 2), new Float64Array(count * 2)];
        wider.set(at);
        more.set(coefficients);
        [at, coefficients] = [wider, more];
      }
      at[count] = place;
      coefficients[count] = coefficient;
      count += 1;
    },
    at: () => at.slice(0, count),
    coefficients: () => coefficients.slice(0, count),
  };
}
