/** What verdicts say about a signal's threshold: where it stands, what another would do, and what is proposed (N4, T19). */
import * as z from "zod/mini";
import { TextSignal } from "./detection-thresholds.ts";
import { Share } from "./quality-report.ts";

/** What one threshold would have done with what was judged. */
export const ThresholdRow = z.object({
  threshold: z.number(),
  precision: Share,
  /** Of the right ones that were found at all, how many it keeps. */
  kept: Share,
  perWeek: z.number(),
});
export type ThresholdRow = z.infer<typeof ThresholdRow>;

export const ThresholdProposal = z.object({
  threshold: z.number(),
  /** `raise`: too many were wrong. `lower`: even the least sure were right, so more may have been missed. */
  why: z.enum(["raise", "lower"]),
  precisionNow: Share,
  /** Expected; what lies below today's threshold was never judged, so that a lower one promises no other. */
  precision: Share,
  /** Handoffs a week more or fewer; null for a lower one, which only a trial on past messages can tell. */
  changePerWeek: z.nullable(z.number()),
});
export type ThresholdProposal = z.infer<typeof ThresholdProposal>;

export const SignalThreshold = z.object({
  signal: TextSignal,
  /** What holds, and what the model itself has. */
  threshold: z.number(),
  model: z.number(),
  /** Verdicts so far, and how many are needed before anything is proposed. */
  judged: z.int(),
  needed: z.int(),
  rows: z.array(ThresholdRow),
  proposal: z.nullable(ThresholdProposal),
});
export type SignalThreshold = z.infer<typeof SignalThreshold>;

/** A try on past messages: what one threshold finds that the other does not. */
export const ShadowTest = z.object({
  signal: TextSignal,
  from: z.number(),
  to: z.number(),
  /** Messages that were read again, and over how many days. */
  messages: z.int(),
  days: z.number(),
  /** Messages found with each. */
  foundNow: z.int(),
  foundThen: z.int(),
  changePerWeek: z.number(),
  /** Expected share of right ones, by verdicts where there are some, else by what the confidence promises. */
  precisionNow: z.nullable(z.number()),
  precisionThen: z.nullable(z.number()),
  /** Messages that would be found or no longer found, the nearest to the threshold first. */
  examples: z.array(
    z.object({
      text: z.string(),
      confidence: z.number(),
      change: z.enum(["gained", "lost"]),
      verdict: z.nullable(z.string()),
    }),
  ),
});
export type ShadowTest = z.infer<typeof ShadowTest>;
