/** What an agent reads first of a conversation: what was sought, which objects, what was asked and objected, how to begin. */
import * as z from "zod/mini";
import { SendId } from "./id.ts";

/** Where a line of a summary comes from: something that the visitor said, or a page that they looked at. */
export const Citation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), id: SendId }),
  z.object({ kind: z.literal("page"), path: z.string() }),
]);
export type Citation = z.infer<typeof Citation>;

export const SummaryItem = z.object({
  text: z.string(),
  /** Never empty: what nobody said or looked at has no place in a summary. */
  cites: z.array(Citation),
});
export type SummaryItem = z.infer<typeof SummaryItem>;

export const Summary = z.object({
  /** The last things that the visitor said, quoted: what is left when no more can be made of it (H62). */
  lines: z.array(z.object({ text: z.string(), message: SendId })),
  /** Null where it cannot be said. */
  sought: z.nullable(SummaryItem),
  objects: z.array(SummaryItem),
  objections: z.array(SummaryItem),
  questions: z.array(SummaryItem),
  /** How an agent may begin, in the visitor's language. `{greeting}` stands for that of the hour (`openerAt`). */
  opener: z.string(),
  /** `rules`: taken from the text, word for word. `model`: put into words by a language model. */
  by: z.enum(["rules", "model"]),
});
export type Summary = z.infer<typeof Summary>;

/** Of a conversation in which the visitor has said nothing. */
export const NO_SUMMARY: Summary = {
  lines: [],
  sought: null,
  objects: [],
  objections: [],
  questions: [],
  opener: "",
  by: "rules",
};
