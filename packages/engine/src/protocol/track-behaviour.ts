/**
 * What a visitor did on the site, told after consent and only then (tier T2); refused with `no_consent` otherwise. What
 * is said to Sophie is not told here: the server counts that in the log. Nor is a score: the server makes it.
 */
import * as z from "zod/mini";
import { LeadSource, PageKind } from "../domain/behaviour-event.ts";
import { SendId } from "../domain/id.ts";
import { LIMITS } from "./limits.ts";

const short = () => z.string().check(z.minLength(1), z.maxLength(80));
/** Without query and fragment, which may say who somebody is. */
const path = () => z.string().check(z.maxLength(500));

const place = {
  /** Unique for this visitor; told twice, it counts once. */
  id: short(),
  /** How long ago, by the sender's clock: what time it is, the server knows better. */
  agoMs: z.int().check(z.nonnegative(), z.maximum(LIMITS.behaviourAgeMs)),
  /** The visit it belongs to. */
  session: short(),
};

export const TrackedEvent = z.discriminatedUnion("kind", [
  z.object({
    ...place,
    kind: z.literal("page_viewed"),
    page: path(),
    pageKind: PageKind,
    title: z.optional(z.string().check(z.maxLength(200))),
    source: z.optional(LeadSource),
  }),
  /** Time that the page was visible since it was last told. */
  z.object({
    ...place,
    kind: z.literal("page_dwelt"),
    page: path(),
    pageKind: PageKind,
    visibleMs: z.int().check(z.nonnegative(), z.maximum(LIMITS.dwellMs)),
  }),
  z.object({ ...place, kind: z.literal("calculator_used") }),
  z.object({
    ...place,
    kind: z.literal("converted"),
    conversion: z.enum(["form", "brochure", "newsletter", "saved_object"]),
    /** Which form, which object. */
    of: path(),
  }),
  z.object({ ...place, kind: z.literal("unsubscribed") }),
]);
export type TrackedEvent = z.infer<typeof TrackedEvent>;

export const TrackBehaviour = z.object({
  type: z.literal("track-behaviour"),
  id: SendId,
  events: z.array(TrackedEvent).check(z.minLength(1), z.maxLength(LIMITS.behaviourEvents)),
});
export type TrackBehaviour = z.infer<typeof TrackBehaviour>;
