/** One thing that was noticed in one message: what, how sure, and which words said so. */
import * as z from "zod/mini";
import { Span } from "./span.ts";
import { SignalType } from "./trigger.ts";

/** One thing that was noticed, with the words that say so. */
export const Signal = z.object({
  type: SignalType,
  /** 0–1, calibrated: of the findings that say 0.8, eight in ten are right. */
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  /** The words that made it fire, in order, without overlap. */
  spans: z.array(Span),
  /** With a price question: whether it goes beyond one list price (H18). Only those that do are escalated. */
  complex: z.optional(z.boolean()),
});
export type Signal = z.infer<typeof Signal>;
