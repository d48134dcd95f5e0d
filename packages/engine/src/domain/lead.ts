/** A visitor as an agent may see them: the score with every point of it, and where they looked, if they allowed it (H63, H64). */
import * as z from "zod/mini";
import { LeadSource, PageKind } from "./behaviour-event.ts";
import { LeadScore, ScorePoint } from "./lead-score.ts";
import { LeadStage } from "./lead-stage.ts";

/** Whether what a visitor does on the site may be recorded (tier T2). `unknown`: nobody has said yes or no. */
export const Consent = z.enum(["given", "withdrawn", "unknown"]);
export type Consent = z.infer<typeof Consent>;

export const ViewedPage = z.object({
  title: z.string(),
  path: z.string(),
  kind: PageKind,
  /** When it was last looked at; epoch ms. */
  at: z.int(),
});
export type ViewedPage = z.infer<typeof ViewedPage>;

/** A point with what a person needs to believe it. */
export const LeadPoint = z.extend(ScorePoint, {
  /** When it was earned; null for what the visitor has said about themselves. */
  at: z.nullable(z.int()),
  /** The page, the form or the message that it was for; null where the rule says it all. */
  about: z.nullable(z.string()),
});
export type LeadPoint = z.infer<typeof LeadPoint>;

export const Lead = z.extend(LeadScore, {
  consent: Consent,
  stage: LeadStage,
  /** Where the first visit came from; null without consent. */
  source: z.nullable(LeadSource),
  /** Newest first; those that nothing dates come last. */
  points: z.array(LeadPoint),
  /** The last ten that differ, newest first; null without consent, which is not the same as none. */
  pages: z.nullable(z.array(ViewedPage)),
});
export type Lead = z.infer<typeof Lead>;
