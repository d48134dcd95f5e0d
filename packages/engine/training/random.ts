/** A seeded generator, so that every training run draws the same numbers. */

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** An integer in [0, below). */
  below(below: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  shuffle(items: Int32Array | unknown[]): void;
}

/** Mulberry32: 32 bits of state are plenty here, and it is the same on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)]!,
    shuffle(items) {
      for (let at = items.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        const kept = items[at]!;
        items[at] = items[other]!;
        items[other] = kept;
      }
    },
  };
}
