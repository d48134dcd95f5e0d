/** What every course learns from: the corpus, the outside lines, and what lessons are varied with. */
import { join } from "node:path";
import { apartFrom } from "./apart.ts";
import { readConcepts } from "./concepts.ts";
import { readCorpus, readTestSet } from "./corpus.ts";
import type { Example } from "./example.ts";
import { readFrames } from "./frames.ts";
import type { Material } from "./lessons.ts";
import { readMore } from "./more.ts";

const here = import.meta.dirname;

export interface Library extends Material {
  readonly examples: readonly Example[];
  readonly more: readonly Example[];
}

/** `folder` holds the outside lines; without it there are none. */
export function readLibrary(folder: string | undefined): Library {
  const tests = readTestSet(join(here, "frozen"));
  return {
    examples: apartFrom(tests, readCorpus(join(here, "corpus"))),
    more: folder === undefined ? [] : apartFrom(tests, readMore(folder)),
    concepts: readConcepts(join(here, "concepts.txt")),
    frames: readFrames(join(here, "frames.txt")),
  };
}
