/** How many of how many, with Wilson's 95 % interval: it holds for small numbers too, and never leaves 0–1. */
import type { Share } from "../domain/quality-report.ts";

/** Standard deviations to either side of a normal distribution's middle that hold 95 % of it. */
const Z = 1.959964;

export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: 0, high: 1 };
  const share = count / of;
  const spread = Z ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const reach = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  // At the ends the sums miss 0 and 1 by a rounding.
  const low = count === 0 ? 0 : Math.max(0, middle - reach);
  const high = count === of ? 1 : Math.min(1, middle + reach);
  return { count, of, share, low, high };
}
