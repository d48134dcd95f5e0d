/** A site's own triggers: which of its words and phrases stand in a text, and where (S6, S7). */
import type { CustomTrigger } from "../domain/custom-trigger.ts";
import { LANGUAGES, type Language } from "../domain/language.ts";
import type { Span } from "../domain/span.ts";
import { stemOf } from "./stem.ts";
import { type WordSpan, wordSpans } from "./word-spans.ts";

/** Beyond this nothing is read, so that the time for one message is bounded. */
const TEXT_CHARS_MAX = 4_000;

/** `trigger` is the whole of it, so that a history that keeps the match keeps the name of what was deleted since. */
export interface TriggerMatch {
  readonly trigger: CustomTrigger;
  readonly span: Span;
}

/** Never throws, whatever the text. In the order of the text, without overlap. */
export type TriggerFinder = (text: string) => readonly TriggerMatch[];

/** One step of a phrase; a phrase ends where `trigger` stands. */
interface Branch {
  readonly next: Map<string, Branch>;
  trigger: CustomTrigger | null;
}

interface Tree {
  readonly root: Branch;
  /** How a word is compared: as it is, or by its stem in one language. */
  readonly keyOf: (word: string) => string;
}

/** Builds the trees once; each message then costs a walk along its words. Of two triggers for one phrase the first holds. */
export function createTriggerFinder(triggers: readonly CustomTrigger[]): TriggerFinder {
  const trees = new Map<Language | "exact", Tree>();
  for (const trigger of triggers) for (const tree of treesFor(trees, trigger)) plant(tree, trigger);
  return (text) => {
    const words = wordSpans(text.slice(0, TEXT_CHARS_MAX));
    const found = [...trees.values()].flatMap((tree) => matchesIn(tree, words));
    return longest(found);
  };
}

/** One whose language is open is planted once for each: its words are compared by every language's stems. */
function treesFor(
  trees: Map<Language | "exact", Tree>,
  { inflected, language }: CustomTrigger,
): readonly Tree[] {
  if (!inflected) return [treeNamed(trees, "exact")];
  return (language === null ? LANGUAGES : [language]).map((name) => treeNamed(trees, name));
}

function treeNamed(trees: Map<Language | "exact", Tree>, name: Language | "exact"): Tree {
  const known = trees.get(name);
  if (known !== undefined) return known;
  const keyOf = name === "exact" ? (word: string) => word : (word: string) => stemOf(word, name);
  const tree: Tree = { root: { next: new Map(), trigger: null }, keyOf };
  trees.set(name, tree);
  return tree;
}

function plant({ root, keyOf }: Tree, trigger: CustomTrigger): void {
  let branch = root;
  for (const { word } of wordSpans(trigger.phrase)) {
    const key = keyOf(word);
    const next: Branch = branch.next.get(key) ?? { next: new Map(), trigger: null };
    branch.next.set(key, next);
    branch = next;
  }
  // A phrase without words would fire everywhere.
  if (branch !== root) branch.trigger ??= trigger;
}

/** From every word, the longest phrase that begins there. */
function matchesIn({ root, keyOf }: Tree, words: readonly WordSpan[]): readonly TriggerMatch[] {
  const keys = words.map(({ word }) => keyOf(word));
  return words.flatMap((first, from) => {
    let branch: Branch | undefined = root;
    let match: TriggerMatch | null = null;
    for (let at = from; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined || (at > from && word.isAfterBreak)) break;
      branch = branch.next.get(keys[at] ?? "");
      if (branch === undefined) break;
      if (branch.trigger !== null)
        match = { trigger: branch.trigger, span: { start: first.start, end: word.end } };
    }
    return match === null ? [] : [match];
  });
}

/** Of those that overlap the longest stays, of equally long ones the first. */
function longest(found: readonly TriggerMatch[]): readonly TriggerMatch[] {
  const byLength = found.toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.span.start - b.span.start);
  const taken = new Set<number>();
  const kept = byLength.filter(({ span }) => {
    for (let at = span.start; at < span.end; at += 1) if (taken.has(at)) return false;
    for (let at = span.start; at < span.end; at += 1) taken.add(at);
    return true;
  });
  return kept.toSorted((a, b) => a.span.start - b.span.start);
}

function lengthOf({ span }: TriggerMatch): number {
  return span.end - span.start;
}
