/** Reads `frames.txt`: what people say around a request, and whether it turns the request round. */
import { readFileSync } from "node:fs";
import { tokensOf } from "../src/signals/tokens.ts";

export interface Frame {
  readonly turnsRound: boolean;
  /** Plain letters of the words before and after the request. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Frames per language. */
export type Frames = ReadonlyMap<string, readonly Frame[]>;

export function readFrames(path: string): Frames {
  const frames = new Map<string, Frame[]>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [effect, language, frame] = line.split("|").map((part) => part.trim());
    const [before, after] = frame!.split("{}");
    const known = frames.get(language!) ?? [];
    known.push({ turnsRound: effect === "none", before: lettersOf(before!), after: lettersOf(after!) });
    frames.set(language!, known);
  }
  return frames;
}

function lettersOf(text: string): string[] {
  return tokensOf(text).map(({ letters }) => letters);
}
