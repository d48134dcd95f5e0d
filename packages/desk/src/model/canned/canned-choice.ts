/** Choosing a written answer while one types: where the slash stands, what fits it, and what the text becomes. */
import {
  type CannedReply,
  cannedTextFor,
  type CannedVariable,
  fillCanned,
  gapsIn,
  type Language,
  type Span,
} from "@sophie/engine";

/** A slash at the beginning of a word, up to the caret. */
const SLASHED = /(^|\s)\/([^\s/]*)$/;

export interface SlashedWord {
  readonly start: number;
  /** Without the slash. */
  readonly wanted: string;
}

/** Null where nobody asks for one. */
export function slashedWord(text: string, caret: number): SlashedWord | null {
  const found = SLASHED.exec(text.slice(0, caret));
  if (found === null) return null;
  const [, before = "", wanted = ""] = found;
  return { start: found.index + before.length, wanted };
}

/** Those that begin so first, then those that hold it, each by name. */
export function fittingReplies(replies: readonly CannedReply[], wanted: string): readonly CannedReply[] {
  const looked = folded(wanted);
  const rank = ({ name }: CannedReply) =>
    folded(name).startsWith(looked) ? 0 : folded(name).includes(looked) ? 1 : 2;
  return replies.filter((reply) => rank(reply) < 2).toSorted((a, b) => rank(a) - rank(b));
}

export interface Filling {
  readonly visitor: Language;
  readonly site: Language;
  readonly values: Readonly<Record<CannedVariable, string>>;
}

export function filledText(reply: CannedReply, { visitor, site, values }: Filling): string {
  return fillCanned(cannedTextFor(reply, visitor, site), values);
}

export interface Inserted {
  readonly text: string;
  /** What is to be selected: the first gap, or the end of what was put in. */
  readonly selection: Span;
}

/** Puts it where the slash stood. */
export function insertedAt(text: string, { start, wanted }: SlashedWord, filled: string): Inserted {
  const end = start + 1 + wanted.length;
  const whole = text.slice(0, start) + filled + text.slice(end);
  const after = start + filled.length;
  const gap = gapsIn(whole).find((each) => each.start >= start && each.end <= after);
  return { text: whole, selection: gap ?? { start: after, end: after } };
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
