/** What Sophie says on her own account, in one language. Short, human, true. */
export interface Words {
  /** The first thing a visitor reads. `site` is the site's name. */
  greeting(site: string): string;
  /** She does not know, and offers a person. */
  admit: string;
  /** Whole messages, folded (lower case, no accents), that accept an offer. */
  readonly yes: readonly string[];
}
