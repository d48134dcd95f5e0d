/** What the reports page shows: figures of a period with how sure they are, and nothing that says who anybody was. */
import * as z from "zod/mini";
import { Band } from "./lead-score.ts";
import { Channel } from "./routing-rule.ts";
import { TriggerType } from "./trigger.ts";
import { VerdictKind } from "./verdict.ts";

/** So many of so many, with the 95 % interval in which the true share lies. */
export const Share = z.object({
  count: z.int(),
  of: z.int(),
  /** 0–1; null of nothing. */
  share: z.nullable(z.number()),
  low: z.number(),
  high: z.number(),
});
export type Share = z.infer<typeof Share>;

const figures = {
  handoffs: z.int(),
  /** Became a contact, of all (H6). */
  hit: Share,
  /** Of those that were judged, how many signals were right (H92). */
  precision: Share,
};

export const SignalQuality = z.object({
  trigger: TriggerType,
  ...figures,
  verdicts: z.partialRecord(VerdictKind, z.int()),
  /** Half of them took no longer, from the beginning to the end; null while none has ended (F9). */
  handleMs: z.nullable(z.int()),
  /** What visitors gave, 1–5; null while nobody answered. */
  rating: z.nullable(z.number()),
  ratings: z.int(),
});
export type SignalQuality = z.infer<typeof SignalQuality>;

export const ChannelQuality = z.object({ channel: Channel, ...figures });
export type ChannelQuality = z.infer<typeof ChannelQuality>;

/** How soon the first answer came; `none` for what was never answered. */
export const RESPONSE_BUCKETS = ["15min", "1h", "4h", "24h", "later", "none"] as const;
export const ResponseBucket = z.enum(RESPONSE_BUCKETS);
export type ResponseBucket = z.infer<typeof ResponseBucket>;

export const ResponseQuality = z.object({
  bucket: ResponseBucket,
  handoffs: z.int(),
  /** Became a contact or a customer, of all (H96). */
  converted: Share,
  /** Judged too late, of those that were judged (H91). */
  tooLate: Share,
});
export type ResponseQuality = z.infer<typeof ResponseQuality>;

export const Containment = z.object({
  conversations: z.int(),
  /** Never needed a person. */
  alone: z.int(),
  /** Of those, whose visitor was back within a week. */
  cameBack: z.int(),
  /** Solved without a person and without coming back (T21). */
  solved: Share,
});
export type Containment = z.infer<typeof Containment>;

export const Calibration = z.object({
  bands: z.array(
    z.object({
      band: Band,
      /** Scores, both included. */
      from: z.int(),
      to: z.int(),
      handoffs: z.int(),
      contact: Share,
      converted: Share,
      wrong: Share,
    }),
  ),
  /** Where the bands would begin by these outcomes; null while there is too little to say, or nothing to gain. */
  suggested: z.nullable(z.object({ warm: z.int(), hot: z.int() })),
});
export type Calibration = z.infer<typeof Calibration>;

export const UrgencyFactor = z.enum(["trigger", "score", "confidence", "activity", "waiting"]);
export type UrgencyFactor = z.infer<typeof UrgencyFactor>;

export const Urgency = z.object({
  /** How many were looked at, and how many of them are urgent. */
  urgent: Share,
  /** Whether that is so many that urgent says nothing any more (H43). */
  isTooMany: z.boolean(),
  /** What pushes them up more than before; null while nothing does. */
  factor: z.nullable(UrgencyFactor),
  /** What that factor adds now and added before, in points of 100. */
  pointsNow: z.number(),
  pointsBefore: z.number(),
});
export type Urgency = z.infer<typeof Urgency>;

/** Something that a person should look at. */
export const ReviewTask = z.object({ trigger: TriggerType, precision: Share, floor: z.number() });
export type ReviewTask = z.infer<typeof ReviewTask>;

export const QualityReport = z.object({
  /** The period: handoffs that were made at or after the one and before the other, epoch ms. */
  from: z.int(),
  until: z.int(),
  ...figures,
  judged: z.int(),
  ended: z.int(),
  signals: z.array(SignalQuality),
  channels: z.array(ChannelQuality),
  responses: z.array(ResponseQuality),
  containment: Containment,
  calibration: Calibration,
  urgency: Urgency,
  tasks: z.array(ReviewTask),
});
export type QualityReport = z.infer<typeof QualityReport>;
