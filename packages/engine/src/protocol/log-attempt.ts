/** The agent has called or mailed the visitor. That is an answer too, and stops the clock (R6); opening a link alone is not. */
import * as z from "zod/mini";
import { AttemptKind } from "../domain/attempt-kind.ts";
import { HandoffId, SendId } from "../domain/id.ts";

export const LogAttempt = z.object({
  type: z.literal("log-attempt"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  how: AttemptKind,
});
export type LogAttempt = z.infer<typeof LogAttempt>;
