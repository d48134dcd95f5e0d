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
  /** She greets back. */
  "greet",
  /** She was thanked, or told that it is clear. */
  "welcome",
  /** She says goodbye. */
  "part",
  /** She was asked whether she is a person, and says what she is. */
  "introduce",
]);
export type ReplyIntent = z.infer<typeof ReplyIntent>;

/** What she says only to be polite: it answers no question, and changes nothing that she offered or did not know before. */
export const COURTESIES = ["greet", "welcome", "part", "introduce"] as const satisfies readonly ReplyIntent[];
export type Courtesy = (typeof COURTESIES)[number];

export function isCourtesy(intent: ReplyIntent | undefined): intent is Courtesy {
  return (COURTESIES as readonly unknown[]).includes(intent);
}
