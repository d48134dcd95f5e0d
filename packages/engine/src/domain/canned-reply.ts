/** An answer that is written already: of a site for everybody who works there, or somebody's own. */
import * as z from "zod/mini";
import { Language } from "./language.ts";

export const CANNED_NAME_CHARS_MAX = 60;
export const CANNED_TEXT_CHARS_MAX = 2_000;

export const CannedReply = z.object({
  id: z.string().check(z.regex(/^[A-Za-z0-9-]{1,80}$/)),
  /** Raised by every save; 0 for one that was not saved yet. */
  version: z.int().check(z.nonnegative()),
  /** What one types to find it. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(CANNED_NAME_CHARS_MAX)),
  /** May hold variables: see `canned-variables.ts`. */
  texts: z.partialRecord(Language, z.string().check(z.trim(), z.maxLength(CANNED_TEXT_CHARS_MAX))),
  /** Nobody else sees it. */
  isOwn: z.boolean(),
});
export type CannedReply = z.infer<typeof CannedReply>;

/** What it says to a reader of `language`: in that language, in the site's, or in whichever there is. */
export function cannedTextFor(
  { texts }: Pick<CannedReply, "texts">,
  language: Language,
  site: Language,
): string {
  return texts[language] || texts[site] || Object.values(texts).find((text) => text !== "") || "";
}
