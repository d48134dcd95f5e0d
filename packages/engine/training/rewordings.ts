/** Says the underlined part of a message in other surroundings: in a frame, in a list, in the place of another's. */
import { HEADS, type Head } from "../src/signals/heads.ts";
import type { Example } from "./example.ts";
import type { Frames } from "./frames.ts";
import type { Random } from "./random.ts";

/** A token with what the corpus says about it. */
export interface Word {
  readonly letters: string;
  /** One entry a head: 1 carries, 0 does not, -1 unknown. */
  readonly carried: readonly number[];
}

/** A message as words, ready to be varied. */
export interface Prepared {
  readonly example: Example;
  readonly words: readonly Word[];
}

/** What a message became. */
export interface Reworded {
  readonly words: readonly Word[];
  readonly labels: readonly Head[];
}

/** Underlined words with one of these say no already, mostly to the bot. */
const TURNING: ReadonlySet<string> = new Set(
  (
    "niet geen nie bot chatbot robot computer machine automaat not no don stop nicht kein keine keinen keinem ohne " +
    "roboter maschine automat pas sans ni ordinateur non nao sem robo nada no sin ninguna nunca maquina ordenador"
  ).split(" "),
);
/** What stands before the last of a list, where there is a word at all. */
const AND: Readonly<Record<string, string>> = { nl: "en", en: "and", de: "und", fr: "et", pt: "e", es: "y" };

/** The underlined words said in another way, or turned round; null where nothing is underlined or the words are a refusal themselves. */
export function inFrame({ example, words }: Prepared, frames: Frames, random: Random): Reworded | null {
  const core = coreOf(words, example);
  const known = frames.get(example.language);
  if (core.length === 0 || known === undefined || saysNo(core)) return null;
  const { turnsRound, before, after } = random.pick(known);
  return {
    words: [
      ...before.map(plain),
      ...(turnsRound ? core.map(({ letters }) => plain(letters)) : core),
      ...after.map(plain),
    ],
    labels: turnsRound ? [] : example.labels,
  };
}

/** The underlined words of two or three messages, one after the other; null where too few are underlined. */
export function inList(
  { example, words }: Prepared,
  asking: readonly Prepared[],
  random: Random,
): Reworded | null {
  const items = [{ example, words }];
  for (let more = 1 + random.below(2); more > 0 && asking.length > 0; more -= 1)
    items.push(random.pick(asking));
  const cores = items.map((item) => coreOf(item.words, item.example));
  if (cores.length < 2 || cores.some((core) => core.length === 0 || saysNo(core))) return null;
  random.shuffle(cores);
  const and = AND[example.language];
  const between = (isLast: boolean): Word[] =>
    isLast && and !== undefined && random.chance(0.6) ? [plain(and)] : seam(example.language, random);
  return {
    words: cores.flatMap((core, at) => [...(at === 0 ? [] : between(at === cores.length - 1)), ...core]),
    labels: items.flatMap((item) => item.example.labels),
  };
}

/** The message with another's underlined words in the place of its own; null where either has none. */
export function recored(
  { example, words }: Prepared,
  asking: readonly Prepared[],
  random: Random,
): Reworded | null {
  const head = HEADS.indexOf(example.labels[0]!);
  const isCore = ({ carried }: Word) => carried[head] === 1;
  const first = words.findIndex(isCore);
  // "I don't want [a bot]" asks for a person; with "[an adviser]" in its place it would not.
  if (first < 0 || asking.length === 0 || saysNo(words)) return null;
  const other = random.pick(asking);
  const core = other.example.labels[0] === example.labels[0] ? coreOf(other.words, other.example) : [];
  if (core.length === 0 || saysNo(core)) return null;
  const rest = words.filter((word) => !isCore(word));
  return { words: [...rest.slice(0, first), ...core, ...rest.slice(first)], labels: example.labels };
}

function saysNo(words: readonly Word[]): boolean {
  return words.some(({ letters }) => TURNING.has(letters));
}

/** The underlined words of a message that asks for one thing. */
function coreOf(words: readonly Word[], { labels }: Example): Word[] {
  const head = HEADS.indexOf(labels[0]!);
  return words.filter(({ carried }) => carried[head] === 1);
}

function plain(letters: string): Word {
  return { letters, carried: HEADS.map(() => 0) };
}

/** What stands between two messages: a mark, a word, or nothing. */
export function seam(language: string, random: Random): Word[] {
  if (random.chance(0.7)) return [plain(random.chance(0.7) ? "." : ",")];
  const and = AND[language];
  return and !== undefined && random.chance(0.4) ? [plain(and)] : [];
}
