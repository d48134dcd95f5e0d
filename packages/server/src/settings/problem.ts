/** What is wrong with settings that somebody wants to save: where, and in a sentence that a site's owner understands. */

export interface Problem {
  /** Such as `calendars.0.week.2.1.to`; empty for the whole document. */
  readonly path: string;
  /** For a page that says it in another language. */
  readonly code: string;
  readonly sentence: string;
}

export function problem(path: readonly PropertyKey[], code: string, sentence: string): Problem {
  return { path: path.map(String).join("."), code, sentence };
}
