/** From which confidence on a text signal counts on a site, where that is not what the model itself has (N4, T19). */
import * as z from "zod/mini";

/** The signals that are read in a text. */
export const TEXT_SIGNALS = ["demo_request", "price_question", "human_request"] as const;

export const TextSignal = z.enum(TEXT_SIGNALS);
export type TextSignal = z.infer<typeof TextSignal>;

export const THRESHOLD_MIN = 0.05;
export const THRESHOLD_MAX = 0.99;

export const DetectionThresholds = z.partialRecord(
  TextSignal,
  z.number().check(z.minimum(THRESHOLD_MIN), z.maximum(THRESHOLD_MAX)),
);
export type DetectionThresholds = z.infer<typeof DetectionThresholds>;
