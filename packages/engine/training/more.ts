/** Reads outside data (`--more DIR`): everyday sentences and other bots' intents, which help to know what is nobody's request. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Head } from "../src/signals/heads.ts";
import type { Example } from "./example.ts";

interface Line {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly labels: readonly string[];
  readonly complex?: boolean;
  readonly source: string;
}

/** Training lines: `negatives-*.jsonl` and `intents.jsonl`. `validation.jsonl` is never among them, `risky-*` has no labels. */
export function readMore(folder: string): Example[] {
  return readdirSync(folder)
    .filter((file) => /^negatives-\w+\.jsonl$/.test(file) || file === "intents.jsonl")
    .sort()
    .flatMap((file) => readLines(join(folder, file)).map((line) => exampleOf(line, file.startsWith("neg"))));
}

function readLines(path: string): Line[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

function exampleOf(line: Line, isEveryday: boolean): Example {
  return {
    text: line.text,
    language: line.lang,
    domain: isEveryday ? "everyday" : `more: ${line.source}`,
    idea: line.id,
    labels: line.labels.map((label) => headOf(label, line.complex === true)),
    marked: [],
    weight: 1,
  };
}

function headOf(label: string, complex: boolean): Head {
  if (label === "price") return complex ? "price" : "price-simple";
  if (label === "demo" || label === "human") return label;
  throw new Error(`Unknown label "${label}" in outside data`);
}
