/** A word or phrase with which a site wants a person fetched, beside the built-in signals (S6). */
import * as z from "zod/mini";
import { Language } from "./language.ts";

export const CustomTrigger = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Such as "restitutie" or "mijn geld terug". Holds at least one letter or digit. */
  phrase: z.string().check(z.maxLength(200), z.regex(/[\p{L}\p{N}]/u)),
  /** Whose inflection it follows. */
  language: Language,
  /** Whether "restitutie" also finds "restituties". */
  inflected: z.boolean(),
});
export type CustomTrigger = z.infer<typeof CustomTrigger>;
