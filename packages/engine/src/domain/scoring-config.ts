/** What every rule of lead scoring is worth: data with a version, so that a stored score says what it was made with. */
import * as z from "zod/mini";

const points = () => z.number();
const capped = () => z.object({ points: points(), max: z.number().check(z.positive()) });
const duration = () => z.int().check(z.positive());
const score = () => z.int().check(z.minimum(0), z.maximum(100));

export const ScoringConfig = z.object({
  version: z.string().check(z.minLength(1)),
  fields: z.object({
    cap: z.number().check(z.positive()),
    email: points(),
    phone: points(),
    name: points(),
    budget: points(),
    timeFrame: points(),
    region: points(),
    role: points(),
    /** Said to be only looking, or stated a budget out of range. */
    notBuying: points(),
    disposableEmail: points(),
    /** Least raw sum of each grade; below C it is D. */
    grades: z.object({ A: z.number(), B: z.number(), C: z.number() }),
    budgetRange: z.nullable(z.object({ from: z.number(), to: z.number() })),
    timeFrameMonthsMax: z.number(),
    regions: z.array(z.string()),
    roles: z.array(z.string()),
    disposableDomains: z.array(z.string()),
  }),
  behaviour: z.object({
    cap: z.number().check(z.positive()),
    halfLifeMs: duration(),
    pages: z.object({
      cap: z.number().check(z.positive()),
      viewed: capped(),
      dwell: z.extend(capped(), { visibleMs: duration() }),
      longSession: z.object({ points: points(), visibleMs: duration() }),
      returned: z.extend(capped(), { withinMs: duration() }),
      landedElsewhere: z.object({ points: points() }),
    }),
    chat: z.object({
      cap: z.number().check(z.positive()),
      /** The second message of a visitor and every later one. */
      message: capped(),
      signal: z.object({ price_question: points(), demo_request: points(), human_request: points() }),
      notInterested: z.object({ points: points() }),
    }),
    tools: z.object({
      cap: z.number().check(z.positive()),
      calculator: z.object({ points: points(), everyMs: duration() }),
      conversion: capped(),
    }),
  }),
  /** Least score of each band; below warm it is cold. */
  bands: z.object({ warm: score(), hot: score() }),
  hotLead: z.object({
    from: score(),
    /** Falling below this lets it fire again. */
    rearmBelow: score(),
    activeWithinMs: duration(),
    coolDownMs: duration(),
  }),
  stages: z.object({
    /** With an e-mail address or a phone number. */
    qualifiedFrom: score(),
    qualifyingConversions: z.int().check(z.positive()),
    opportunityFrom: score(),
  }),
});
export type ScoringConfig = z.infer<typeof ScoringConfig>;
