/** What Sophie is doing when she says something, so that whoever reads the log need not guess it from her words. */
import * as z from "zod/mini";

export const ReplyIntent = z.enum([
  /** She answers; the visitor may say whether that helped (F7). */
  "answer",
  /** She does not know, and asks to be asked otherwise. */
  "admit",
  /** She does not know, and offers a person: a yes is enough (F6). */
  "offer",
  /** Her answer did not help, and she offers a person. */
  "offer_after_feedback",
  /** What she asked for is still missing (F12). */
  "ask_again",
  /** Her offer was declined: she goes on. */
  "go_on",
]);
export type ReplyIntent = z.infer<typeof ReplyIntent>;
