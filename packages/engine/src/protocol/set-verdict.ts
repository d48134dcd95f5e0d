/** What became of a finished handoff, as its assignee or a supervisor saw it; may be set again, also much later (H88–H92). */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";
import { VERDICT_NOTE_CHARS, VerdictKind } from "../domain/verdict.ts";

export const SetVerdict = z.object({
  type: z.literal("set-verdict"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  verdict: VerdictKind,
  note: z.string().check(z.trim(), z.maxLength(VERDICT_NOTE_CHARS)),
});
export type SetVerdict = z.infer<typeof SetVerdict>;
