/**
 * In which order the commands of a log were decided. The log's own order differs from it where servers wrote at the
 * same time: a command may rest on one that stands a little behind it.
 */
export interface DecidedOrder {
  /** The number of the next command of the log. */
  add(seq: number): void;
  /** How many commands come before one that stands before them in the log. */
  displaced(): number;
  /** For each command of the log, the least number from it on to the end: what is less may be decided now. */
  leastFrom(): Float64Array;
}

export function decidedOrder(): DecidedOrder {
  let numbers = new Float64Array(1024);
  let count = 0;
  return {
    add(seq) {
      if (count === numbers.length) {
        const larger = new Float64Array(2 * count);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[count++] = seq;
    },
    displaced() {
      let most = Number.NEGATIVE_INFINITY;
      let found = 0;
      for (let i = 0; i < count; i++) {
        const seq = numbers[i] as number;
        if (seq < most) found++;
        else most = seq;
      }
      return found;
    },
    leastFrom() {
      const least = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
      for (let i = count - 1; i >= 0; i--) least[i] = Math.min(numbers[i] as number, least[i + 1] as number);
      return least;
    },
  };
}
