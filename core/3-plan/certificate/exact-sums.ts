/** Sums of products of whole numbers, one sum a place, without any rounding, whatever their size. */
export class ExactSums {
  readonly #small: Float64Array;
  /** What has grown beyond the whole numbers a double holds exactly, by place. */
  readonly #great = new Map<number, bigint>();

  constructor(places: number) {
    this.#small = new Float64Array(places);
  }

  /** Adds a product of two whole numbers, each of which a double holds exactly. */
  add(place: number, a: number, b: number): void {
    const product = a * b;
    const sum = (this.#small[place] ?? 0) + product;
    // Rounding is monotone: a double that came out safe came of a product, and a sum, that was safe itself.
    if (Number.isSafeInteger(product) && Number.isSafeInteger(sum)) this.#small[place] = sum;
    else this.#great.set(place, (this.#great.get(place) ?? 0n) + BigInt(a) * BigInt(b));
  }

  /** Adds a whole number times what another place has come to. */
  addTimes(place: number, of: ExactSums, at: number, times: number): void {
    this.add(place, of.#small[at] ?? 0, times);
    const great = of.#great.get(at);
    if (great) this.#great.set(place, (this.#great.get(place) ?? 0n) + great * BigInt(times));
  }

  signAt(place: number): number {
    if (this.#great.size === 0) return Math.sign(this.#small[place] ?? 0);
    const total = this.at(place);
    return total > 0n ? 1 : total < 0n ? -1 : 0;
  }

  at(place: number): bigint {
    return BigInt(this.#small[place] ?? 0) + (this.#great.get(place) ?? 0n);
  }
}

/**
 * One sum of products of whole numbers, without any rounding: a double where all that is added together stays among those
 * that doubles hold exactly, a big whole number otherwise. `visit` names the products; it is asked twice in the second case.
 */
export function exactSum(visit: (add: (a: number, b: number) => void) => void): number | bigint {
  let sum = 0;
  // Not the sum but this tells: what cancels out in the end may have been rounded on the way.
  let size = 0;
  visit((a, b) => {
    sum += a * b;
    size += Math.abs(a * b);
  });
  if (size <= Number.MAX_SAFE_INTEGER) return sum;
  let great = 0n;
  visit((a, b) => {
    great += BigInt(a) * BigInt(b);
  });
  return great;
}
