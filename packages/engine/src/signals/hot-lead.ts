/** When a promising visitor becomes a signal: once, while there, and not again before it has cooled (catalogue 5.5, H29). */
import type { Signal } from "../domain/signal.ts";

/** The numbers come from the scoring configuration. */
export interface HotLeadRules {
  readonly from: number;
  readonly rearmBelow: number;
  readonly activeWithinMs: number;
  readonly coolDownMs: number;
}

/** What has to be kept of a visitor between two looks. */
export interface HotLeadState {
  /** Has been below the lower threshold since it last fired. */
  readonly isArmed: boolean;
  /** Epoch ms; null if it never fired. */
  readonly firedAt: number | null;
  /** Became hot while there was nobody to talk to: fires as soon as there is, unless it cools before. */
  readonly isWaiting: boolean;
}

/** What is looked at: the lead now, as far as it is known. */
export interface HotLeadView {
  readonly score: number;
  /** Epoch ms; null for a visitor who did nothing yet. */
  readonly lastActivityAt: number | null;
  /** Whether a hot lead of this visitor is in the queue and not over. */
  readonly hasOpen: boolean;
  /** Whether the visitor talks with the bot, so that an agent has a conversation to step into. */
  readonly isReachable: boolean;
  /** Epoch ms. */
  readonly at: number;
}

/** What a visitor begins with. */
export const NEVER_HOT: HotLeadState = { isArmed: true, firedAt: null, isWaiting: false };

/** Confidence at the threshold; it grows to 1 at a score of 100. */
const CONFIDENCE_MIN = 0.6;

/** To be called at every change of score or activity; keep the state that it gives. */
export function watchHotLead(
  state: HotLeadState,
  { score, lastActivityAt, hasOpen, isReachable, at }: HotLeadView,
  rules: HotLeadRules,
): { readonly state: HotLeadState; readonly signal: Signal | null } {
  if (score < rules.rearmBelow) return { state: { ...state, isArmed: true, isWaiting: false }, signal: null };
  const isActive = lastActivityAt !== null && at - lastActivityAt <= rules.activeWithinMs;
  const isCool = state.firedAt === null || at - state.firedAt >= rules.coolDownMs;
  const isHot = score >= rules.from || state.isWaiting;
  if (!isHot || !state.isArmed || !isActive || !isCool || hasOpen) return { state, signal: null };
  if (!isReachable) return { state: { ...state, isWaiting: true }, signal: null };
  const height = Math.min(1, Math.max(0, (score - rules.from) / Math.max(1, 100 - rules.from)));
  const confidence = CONFIDENCE_MIN + (1 - CONFIDENCE_MIN) * height;
  return {
    state: { isArmed: false, firedAt: at, isWaiting: false },
    signal: { type: "hot_lead", confidence, spans: [] },
  };
}
