/** Reads one message with the built-in model: how sure it is of each head, and how much each word carries. */
import { addressesIn } from "./addresses.ts";
import { confidenceOf } from "./calibration.ts";
import type { SiteNouns } from "./detector.ts";
import { HEADS } from "./heads.ts";
import { MODEL } from "./model.ts";
import { embed, readEmbedded, type Weights } from "./network.ts";
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

/** Words come back, within a message and from one to the next; so many are kept as they were embedded. */
const KNOWN_WORDS_MAX = 2_000;

let unpacked: Weights | null = null;
const knownWords = new Map<string, Float64Array>();

export function tokensToJudge(text: string, nouns: SiteNouns | undefined): readonly Token[] {
  const read = text.length > TEXT_CHARS_MAX ? text.slice(0, TEXT_CHARS_MAX) : text;
  const addresses = addressesIn(read);
  const isApart = ({ start, end }: Token) =>
    !addresses.some((address) => start < address.end && end > address.start);
  const tokens = addresses.length === 0 ? tokensOf(read) : tokensOf(read).filter(isApart);
  return nouns === undefined ? tokens : standInFor(nouns, tokens);
}

export function judge(tokens: readonly Token[]): Judgement {
  if (tokens.length === 0) {
    return { tokens, confidences: HEADS.map(() => 0), carried: new Float64Array(0) };
  }
  unpacked ??= unpack(MODEL);
  const { scores, carried } = readEmbedded(embedAll(tokens, unpacked), tokens.length, unpacked);
  return {
    tokens,
    confidences: HEADS.map((_, head) => confidenceOf(scores[head]!, MODEL.calibration[head]!)),
    carried,
  };
}

function embedAll(tokens: readonly Token[], weights: Weights): Float64Array {
  const { word } = weights.shape;
  const x = new Float64Array(tokens.length * word);
  for (const [at, token] of tokens.entries()) {
    let known = knownWords.get(token.letters);
    if (known === undefined) {
      known = new Float64Array(word);
      embed(piecesOf(token), weights, known, 0);
      if (knownWords.size >= KNOWN_WORDS_MAX) knownWords.clear();
      knownWords.set(token.letters, known);
    }
    x.set(known, at * word);
  }
  return x;
}

/** The confidence from which a head's finding is sure enough to act on, where a site has no threshold of its own. */
export function modelThreshold(head: number): number {
  return MODEL.thresholds[head]!;
}
