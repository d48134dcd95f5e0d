/** Time as a parameter: whoever needs it is given one of these, real in production and virtual in tests. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Calls `callback` once after `delayMs`. Returns the way to call it off. */
  after(delayMs: number, callback: () => void): () => void;
}
