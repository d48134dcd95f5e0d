/** The one door to detection. Everything behind it may change; nobody outside `signals/` looks behind it. */
import type { DetectionThresholds } from "../domain/detection-thresholds.ts";
import type { Signal } from "../domain/signal.ts";

/** What a site adds to the built-in words, and how sure it wants them to be. */
export interface SiteNouns {
  /** What visitors call the site's people, such as "makelaar" (H26). */
  readonly roleNouns: readonly string[];
  /** What they call a viewing or demo, such as "proefrit". */
  readonly productNouns: readonly string[];
  /** Where signals count from another confidence than the model has it (N4). */
  readonly thresholds?: DetectionThresholds | undefined;
}

/** What is in one text. */
export interface Detection {
  /** At most one of each type, surest first; only what is sure enough to act on. */
  readonly signals: readonly Signal[];
  /** A question for one list price (`complex: false`): found, to be answered, not to be escalated (H18). Null beside a complex one. */
  readonly plainPrice: Signal | null;
}

/** Pure and deterministic: the browser proposes with it, and the server decides with it again. */
export interface Detector {
  /** Never throws, whatever the text. Cost is bounded: what lies beyond 4,000 characters is not read. */
  detect(text: string, nouns?: SiteNouns): Detection;
}
