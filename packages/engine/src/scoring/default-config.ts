/** The numbers of catalogue section 5: what a site has until it decides otherwise. */
import type { ScoringConfig } from "../domain/scoring-config.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** For sites that set nothing. Points, half-lives in ms, bands 0–100. */
export const DEFAULT_SCORING_CONFIG: ScoringConfig = {
  version: "default-1",
  fields: {
    cap: 40,
    email: 8,
    phone: 10,
    name: 2,
    budget: 8,
    timeFrame: 8,
    region: 6,
    role: 6,
    notBuying: -15,
    disposableEmail: -5,
    grades: { A: 30, B: 20, C: 8 },
    budgetRange: null,
    timeFrameMonthsMax: 3,
    regions: [],
    roles: [],
    disposableDomains: [
      "mailinator.com",
      "guerrillamail.com",
      "10minutemail.com",
      "yopmail.com",
      "trashmail.com",
    ],
  },
  behaviour: {
    cap: 80,
    halfLifeMs: 7 * DAY_MS,
    pages: {
      cap: 45,
      viewed: { points: 5, max: 20 },
      dwell: { points: 7, max: 21, visibleMs: 120 * SECOND_MS },
      longSession: { points: 10, visibleMs: 10 * MINUTE_MS },
      returned: { points: 6, max: 12, withinMs: 7 * DAY_MS },
      landedElsewhere: { points: -10 },
    },
    chat: {
      cap: 45,
      message: { points: 4, max: 20 },
      signal: { price_question: 10, demo_request: 25, human_request: 15 },
      notInterested: { points: -25 },
    },
    tools: {
      cap: 38,
      calculator: { points: 18, everyMs: DAY_MS },
      conversion: { points: 10, max: 20 },
    },
  },
  bands: { warm: 30, hot: 70 },
  hotLead: { from: 70, rearmBelow: 60, activeWithinMs: 60 * SECOND_MS, coolDownMs: DAY_MS },
  stages: { qualifiedFrom: 30, qualifyingConversions: 2, opportunityFrom: 70 },
};
