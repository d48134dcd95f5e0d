/** Something that a queue's people need to know of a visitor before they begin (F10). Asked only while unknown (F11), and never a condition (F12). */
import * as z from "zod/mini";
import { LocalText } from "./local-text.ts";

export const FIELD_KINDS = ["name", "email", "phone", "date", "order_number", "text"] as const;

export const FieldKind = z.enum(FIELD_KINDS);
export type FieldKind = z.infer<typeof FieldKind>;

export const RequiredField = z.object({
  /** Under which the answer is kept, such as `email` or `order`. */
  key: z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/)),
  kind: FieldKind,
  /** How it is asked for; empty for Sophie's own words for its kind. */
  label: LocalText,
  /** A regular expression that the whole answer must match, for order numbers and texts; null for none. */
  pattern: z.nullable(z.string().check(z.maxLength(200))),
});
export type RequiredField = z.infer<typeof RequiredField>;
