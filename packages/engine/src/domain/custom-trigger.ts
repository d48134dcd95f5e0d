/** A word or phrase with which a site wants a person fetched, beside the built-in signals (S6). Public, like the site's name. */
import * as z from "zod/mini";
import { Language } from "./language.ts";

export const CustomTrigger = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  /** What agents read as the reason, such as "Geld terug"; a handoff keeps it when the trigger is gone (S7). */
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Such as "restitutie" or "mijn geld terug". Holds at least one letter or digit. */
  phrase: z.string().check(z.maxLength(200), z.regex(/[\p{L}\p{N}]/u)),
  /** Whose inflection it follows; null for any of them. */
  language: z.nullable(Language),
  /** Whether "restitutie" also finds "restituties". */
  inflected: z.boolean(),
});
export type CustomTrigger = z.infer<typeof CustomTrigger>;
