/** The languages that Sophie reads and speaks. */
import * as z from "zod/mini";

export const LANGUAGES = ["nl", "en", "de", "fr", "pt", "es"] as const;

export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** The language of a BCP 47 tag such as `pt-BR`, or `fallback` for one that Sophie does not speak. */
export function languageOf(tag: string | null | undefined, fallback: Language): Language {
  const primary = (tag ?? "").toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? fallback;
}
