/** How promising a lead is, and where every point of it comes from (catalogue section 5, T25). */
import * as z from "zod/mini";

export const Grade = z.enum(["A", "B", "C", "D"]);
export type Grade = z.infer<typeof Grade>;

export const Band = z.enum(["cold", "warm", "hot"]);
export type Band = z.infer<typeof Band>;

/** Points that one rule gave for one thing. */
export const ScorePoint = z.object({
  part: z.enum(["fields", "behaviour"]),
  /** Such as `chat.message`; the configuration names what it is worth. */
  rule: z.string(),
  /** The id of the event, or the name of the field. */
  source: z.string(),
  /** What it was worth when it happened. */
  points: z.number(),
  /** What it is worth now, after decay. */
  current: z.number(),
  /** What of that counts, after the caps of its rule, its group and its part. These add up to the part. */
  counted: z.number(),
  /** How it fades: fields never do. */
  expiry: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("never") }),
    z.object({ kind: z.literal("half_life"), since: z.int(), halfLifeMs: z.int() }),
  ]),
});
export type ScorePoint = z.infer<typeof ScorePoint>;

export const LeadScore = z.object({
  /** 0–100: both parts together, rounded. */
  score: z.int().check(z.minimum(0), z.maximum(100)),
  grade: Grade,
  band: Band,
  /** After its cap; may be negative. */
  fields: z.number(),
  /** After its cap; may be negative. */
  behaviour: z.number(),
  points: z.array(ScorePoint),
  /** The version of the configuration that it was made with. */
  configVersion: z.string(),
  /** The moment that it holds for; epoch ms. */
  at: z.int(),
});
export type LeadScore = z.infer<typeof LeadScore>;
