/** One thing that a visitor did, as far as scoring looks at it. Recorded only after consent (tier T2). */
import * as z from "zod/mini";

export const PageKind = z.enum(["object", "price", "careers", "press", "legal", "other"]);
export type PageKind = z.infer<typeof PageKind>;

/** Where a first visit came from (T29). */
export const LeadSource = z.enum(["ad", "social", "blog", "search", "direct"]);
export type LeadSource = z.infer<typeof LeadSource>;

const place = {
  /** Unique for this visitor; the same event recorded twice counts once. */
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Epoch ms. */
  at: z.int(),
  /** The visit it belongs to. */
  session: z.string().check(z.minLength(1), z.maxLength(80)),
};

const page = { page: z.string().check(z.maxLength(500)), pageKind: PageKind };

export const BehaviourEvent = z.discriminatedUnion("kind", [
  z.object({
    ...place,
    ...page,
    kind: z.literal("page_viewed"),
    /** What the page calls itself. */
    title: z.optional(z.string().check(z.maxLength(200))),
    source: z.optional(LeadSource),
  }),
  /** Time that the page was visible since it was last told. */
  z.object({ ...place, ...page, kind: z.literal("page_dwelt"), visibleMs: z.int().check(z.nonnegative()) }),
  z.object({ ...place, kind: z.literal("message_sent") }),
  z.object({
    ...place,
    kind: z.literal("signal_found"),
    signal: z.enum(["demo_request", "price_question", "human_request"]),
  }),
  /** The visitor said so. */
  z.object({ ...place, kind: z.literal("not_interested") }),
  z.object({ ...place, kind: z.literal("calculator_used") }),
  z.object({
    ...place,
    kind: z.literal("converted"),
    conversion: z.enum(["form", "brochure", "newsletter", "saved_object"]),
    /** Which form, which object: two saved objects are two conversions. */
    of: z.string().check(z.maxLength(500)),
  }),
  z.object({ ...place, kind: z.literal("unsubscribed") }),
  z.object({ ...place, kind: z.literal("consent_withdrawn") }),
]);
export type BehaviourEvent = z.infer<typeof BehaviourEvent>;
