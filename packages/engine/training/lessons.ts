/** Turns labelled messages into lessons, each time a little different: as people drop marks, mistype, and wrap a request in other talk. */
import { piecesOf } from "../src/signals/pieces.ts";
import { isMark, tokensOf } from "../src/signals/tokens.ts";
import { PRODUCT, ROLE } from "../src/signals/site-nouns.ts";
import type { Concepts } from "./concepts.ts";
import type { Frames } from "./frames.ts";
import { HEADS } from "../src/signals/heads.ts";
import type { Example } from "./example.ts";
import type { Lesson } from "./learner.ts";
import type { Random } from "./random.ts";
import { inFrame, inList, type Prepared, recored, seam, type Word } from "./rewordings.ts";

/** What else people of one language say, to stand beside a message. */
export interface Others {
  /** Messages that ask for nothing. */
  readonly calm: readonly Prepared[];
  /** Messages that ask for one thing. */
  readonly asking: readonly Prepared[];
}

/** How often a lesson differs from what was written. */
export interface Chances {
  /** That another message stands before or after; and then another, by the same chance. */
  readonly joined: number;
  /** That such a message asks for something too. */
  readonly alsoAsked: number;
  /** That only the underlined part is kept, in a list with that of one or two other messages. */
  readonly listed: number;
  /** That all marks are missing. */
  readonly unmarked: number;
  /** That a word has a slip of the finger. */
  readonly mistyped: number;
  /** That a word is swapped for another of its concept. */
  readonly swapped: number;
  /** That a role or product noun is read as a site's own. */
  readonly standIn: number;
  /** That only the underlined part is kept, in other surroundings. */
  readonly framed: number;
  /** That the underlined part is swapped for that of another message which asks for the same. */
  readonly recored: number;
}

/** What lessons are varied with. */
export interface Material {
  readonly concepts: Concepts;
  readonly frames: Frames;
}

/** A long story has at most so many more messages in it. */
const JOINED_MAX = 5;
/** Of the words that are swapped, so many for one of another language. */
const ABROAD = 0.35;
/** Concepts whose words a site's own role nouns may stand for. */
const ROLE_CONCEPTS: ReadonlySet<string> = new Set(["role", "doctor", "lawyer"]);

/** Messages as words, ready to be varied. */
export function prepare(examples: readonly Example[]): Prepared[] {
  return examples.map((example) => ({ example, words: wordsOf(example) }));
}

/** Messages by what they can stand for beside another one. */
export function othersOf(prepared: readonly Prepared[]): Others {
  return {
    calm: prepared.filter(({ example }) => example.labels.length === 0),
    asking: prepared.filter(({ example }) => example.labels.length === 1),
  };
}

/** What surrounds a request must not change it, so some lessons join a second message that asks for nothing, or for something else. */
export function lessonOf(
  prepared: Prepared,
  others: Others,
  material: Material,
  chances: Chances,
  random: Random,
): Lesson {
  const { language } = prepared.example;
  const framed = random.chance(chances.framed)
    ? inFrame(prepared, material.frames, random)
    : random.chance(chances.listed)
      ? inList(prepared, others.asking, random)
      : random.chance(chances.recored)
        ? recored(prepared, others.asking, random)
        : null;
  let words = framed?.words ?? prepared.words;
  const labels = new Set(framed?.labels ?? prepared.example.labels);
  for (
    let joined = 0;
    joined < JOINED_MAX && others.calm.length > 0 && random.chance(chances.joined);
    joined += 1
  ) {
    const asks = others.asking.length > 0 && random.chance(chances.alsoAsked);
    const other = random.pick(asks ? others.asking : others.calm);
    for (const label of other.example.labels) labels.add(label);
    words = random.chance(0.5)
      ? [...words, ...seam(language, random), ...other.words]
      : [...other.words, ...seam(language, random), ...words];
  }
  if (random.chance(chances.unmarked)) words = words.filter(({ letters }) => !isMark({ letters }));
  words = words.map(({ letters, carried }) => ({
    letters: varied(letters, language, material.concepts, chances, random),
    carried,
  }));
  return {
    words: words.map(({ letters }) => knownPieces(letters)),
    targets: Float64Array.from(HEADS, (head) => (labels.has(head) ? 1 : 0)),
    carried: Int8Array.from(words.flatMap(({ carried }) => carried)),
    weight: prepared.example.weight,
  };
}

function wordsOf({ text, labels, marked }: Example): Word[] {
  return tokensOf(text).map(({ letters, start, end }) => {
    const isMarked = marked.some((span) => start < span.end && end > span.start);
    // With several labels it is not known which of the marked words stand for which.
    const isKnown = marked.length >= labels.length && (labels.length === 1 || !isMarked);
    return {
      letters,
      carried: HEADS.map((head) => (!labels.includes(head) ? 0 : isKnown ? (isMarked ? 1 : 0) : -1)),
    };
  });
}

/** Words come back thousands of times. */
const piecesByLetters = new Map<string, readonly number[]>();

function knownPieces(letters: string): readonly number[] {
  let pieces = piecesByLetters.get(letters);
  if (pieces === undefined) {
    pieces = piecesOf({ letters });
    piecesByLetters.set(letters, pieces);
  }
  return pieces;
}

function varied(
  letters: string,
  language: string,
  concepts: Concepts,
  chances: Chances,
  random: Random,
): string {
  const concept = concepts.of(letters, language);
  if (concept !== undefined) {
    const standIn = concept.name === "product" ? PRODUCT : ROLE_CONCEPTS.has(concept.name) ? ROLE : null;
    if (standIn !== null && random.chance(chances.standIn)) return standIn;
    if (random.chance(chances.swapped)) {
      const own = concept.words.get(language) ?? [];
      return random.pick(random.chance(ABROAD) ? concept.allWords : own);
    }
  }
  return random.chance(chances.mistyped) ? mistype(letters, random) : letters;
}

/** One slip of the finger: a letter lost, doubled, swapped or replaced. Short words are left alone, they would become others. */
function mistype(letters: string, random: Random): string {
  if (letters.length < 5) return letters;
  const at = 1 + random.below(letters.length - 2);
  const rest = letters.slice(at + 1);
  switch (random.below(4)) {
    case 0:
      return letters.slice(0, at) + rest;
    case 1:
      return letters.slice(0, at + 1) + letters.slice(at);
    case 2:
      return letters.slice(0, at) + rest.charAt(0) + letters.charAt(at) + rest.slice(1);
    default:
      return letters.slice(0, at) + String.fromCharCode(97 + random.below(26)) + rest;
  }
}
