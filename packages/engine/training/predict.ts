/** Scores messages with a network, as written: no slips, no joining. */
import { read, type Weights } from "../src/signals/network.ts";
import { piecesOf } from "../src/signals/pieces.ts";
import { tokensOf } from "../src/signals/tokens.ts";
import type { Example } from "./example.ts";

export interface Scored {
  readonly example: Example;
  /** In the order of `HEADS`. */
  readonly scores: Float64Array;
}

export function predict(examples: readonly Example[], weights: Weights): Scored[] {
  return examples.map((example) => ({
    example,
    scores: read(tokensOf(example.text).map(piecesOf), weights).scores,
  }));
}
