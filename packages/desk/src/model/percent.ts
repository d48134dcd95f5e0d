/** A strength of 0–1 as whole percents (H57): never a fraction, never NaN, never outside 0–100. */
export function percentOf(strength: number): number {
  return Number.isFinite(strength) ? Math.round(Math.min(1, Math.max(0, strength)) * 100) : 0;
}
