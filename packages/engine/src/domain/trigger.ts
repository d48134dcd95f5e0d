/** What can start a handoff: the four built-in signals (H12) and everything else that may. */
import * as z from "zod/mini";

export const SIGNAL_TYPES = ["demo_request", "price_question", "human_request", "hot_lead"] as const;

export const SignalType = z.enum(SIGNAL_TYPES);
export type SignalType = z.infer<typeof SignalType>;

export const TRIGGER_TYPES = [
  ...SIGNAL_TYPES,
  "custom",
  "unknown",
  "feedback",
  "bot_paused",
  "takeover",
  "ticket",
] as const;

export const TriggerType = z.enum(TRIGGER_TYPES);
export type TriggerType = z.infer<typeof TriggerType>;

/** What may start the procedure from the visitor's side. */
export const ProcedureTrigger = z.enum([
  "demo_request",
  "price_question",
  "human_request",
  "custom",
  "unknown",
  "feedback",
  "bot_paused",
]);
export type ProcedureTrigger = z.infer<typeof ProcedureTrigger>;

/** Where a trigger came from. `text` is detected and verified; the others are somebody's explicit act. */
export const TriggerSource = z.enum(["text", "button", "behaviour", "agent", "api"]);
export type TriggerSource = z.infer<typeof TriggerSource>;
