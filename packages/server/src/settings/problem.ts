/** What is wrong with settings that somebody wants to save: where, and in a sentence that a site's owner understands. */
import type { ProblemCode } from "@sophie/engine";

export interface Problem {
  /** Such as `calendars.0.week.2.1.to`; empty for the whole document. */
  readonly path: string;
  /** For a page that says it in its reader's language. */
  readonly code: ProblemCode;
  readonly sentence: string;
}

export function problem(path: readonly PropertyKey[], code: ProblemCode, sentence: string): Problem {
  return { path: path.map(String).join("."), code, sentence };
}
