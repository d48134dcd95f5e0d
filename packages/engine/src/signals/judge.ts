/** Reads one message with the built-in model: how sure it is of each head, and how much each word carries. */
import { confidenceOf } from "./calibration.ts";
import type { SiteNouns } from "./detector.ts";
import { HEADS } from "./heads.ts";
import { MODEL } from "./model.ts";
import { read, type Weights } from "./network.ts";
import { unpack } from "./packed.ts";
import { piecesOf } from "./pieces.ts";
import { standInFor } from "./site-nouns.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** Beyond this nothing is read, so that the time for one message is bounded. */
export const TEXT_CHARS_MAX = 4_000;

export interface Judgement {
  readonly tokens: readonly Token[];
  /** One a head, 0–1. */
  readonly confidences: readonly number[];
  /** `tokens × heads`; above 0 where a word carries the finding. */
  readonly carried: Float64Array;
}

let unpacked: Weights | null = null;

export function tokensToJudge(text: string, nouns: SiteNouns | undefined): readonly Token[] {
  const tokens = tokensOf(text.length > TEXT_CHARS_MAX ? text.slice(0, TEXT_CHARS_MAX) : text);
  return nouns === undefined ? tokens : standInFor(nouns, tokens);
}

export function judge(tokens: readonly Token[]): Judgement {
  if (tokens.length === 0) {
    return { tokens, confidences: HEADS.map(() => 0), carried: new Float64Array(0) };
  }
  unpacked ??= unpack(MODEL);
  const { scores, carried } = read(tokens.map(piecesOf), unpacked);
  return {
    tokens,
    confidences: HEADS.map((_, head) => confidenceOf(scores[head]!, MODEL.calibration[head]!)),
    carried,
  };
}

/** The confidence from which a head's finding is sure enough to act on, where a site has no threshold of its own. */
export function modelThreshold(head: number): number {
  return MODEL.thresholds[head]!;
}
