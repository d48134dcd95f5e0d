/** What became of a finished handoff, in the words of whoever had it (H88–H92): what all figures of quality begin with. */
import * as z from "zod/mini";
import { AgentName } from "./author.ts";

export const VERDICT_KINDS = [
  "right_escalation",
  "customer_happy",
  "converted",
  "wrong_escalation",
  "too_late",
  "no_real_interest",
] as const;

export const VerdictKind = z.enum(VERDICT_KINDS);
export type VerdictKind = z.infer<typeof VerdictKind>;

export const VERDICT_NOTE_CHARS = 500;

export const Verdict = z.object({
  kind: VerdictKind,
  /** Empty for none. */
  note: z.string().check(z.trim(), z.maxLength(VERDICT_NOTE_CHARS)),
  by: AgentName,
  /** Epoch ms. */
  at: z.int(),
});
export type Verdict = z.infer<typeof Verdict>;

/** Whether the signal had seen rightly that a person was wanted. Somebody who came too late was wanted all the same. */
export function isRightSignal(kind: VerdictKind): boolean {
  return kind !== "wrong_escalation" && kind !== "no_real_interest";
}
