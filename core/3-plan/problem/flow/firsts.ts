/** Of many lists of figures, offered for places, the first of each place; earlier figures count before later ones. */
export class Firsts {
  readonly #figures: Float64Array;
  readonly #of: Int32Array;
  readonly #depth: number;

  constructor(places: number, depth: number) {
    this.#figures = new Float64Array(places * depth);
    this.#of = new Int32Array(places).fill(-1);
    this.#depth = depth;
  }

  /** Whether it is the first of its place so far. */
  offer(place: number, figures: Float64Array, of: number): boolean {
    const first = place * this.#depth;
    if (this.#of[place] !== -1) {
      let k = 0;
      while (k < this.#depth && figures[k] === this.#figures[first + k]) k++;
      if (k === this.#depth || (figures[k] ?? 0) > (this.#figures[first + k] ?? 0)) return false;
    }
    this.#figures.set(figures, first);
    this.#of[place] = of;
    return true;
  }

  at(place: number, k: number): number {
    return this.#figures[place * this.#depth + k] ?? 0;
  }

  /** What was offered as the first of a place; -1 where nothing was. */
  of(place: number): number {
    return this.#of[place] ?? -1;
  }

  /** The order of two places' figures: below zero when the first comes before the second. */
  compare(one: number, other: number): number {
    for (let k = 0; k < this.#depth; k++) {
      const difference = this.at(one, k) - this.at(other, k);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}
