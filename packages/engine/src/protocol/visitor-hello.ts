/** The first message on a visitor's socket: which protocol, who (if known), and from where to go on. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";
import { Language } from "../domain/language.ts";
import { Seq } from "../domain/seq.ts";

export const VisitorHello = z.object({
  type: z.literal("visitor-hello"),
  protocol: z.int(),
  /** The token of an earlier welcome; null on the first visit. */
  token: z.nullable(z.string().check(z.maxLength(1_024))),
  language: Language,
  /** Of the visitor's clock, IANA; absent where nobody knows it. A time is said in it. */
  zone: z.optional(z.string().check(z.maxLength(80))),
  /** The conversation to go on with, and the newest `seq` held of it (0 for none). */
  /** The path of the page, on a site where nobody answers on some pages (T22); absent on any other. */
  page: z.optional(z.string().check(z.maxLength(2_000))),
  resume: z.nullable(z.object({ conversation: ConversationId, since: Seq })),
});
export type VisitorHello = z.infer<typeof VisitorHello>;
