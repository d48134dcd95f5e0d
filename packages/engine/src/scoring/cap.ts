/** Caps a list of points without losing sight of any: the newest count first, and what counts adds up to the cap. */
import type { ScorePoint } from "../domain/lead-score.ts";

/**
 * Lowers `counted` until the sum is at most `cap`. Penalties count whole, and what they take away leaves room for more
 * points, as `min(cap, sum)` does. Of equal age, the order of the list decides.
 */
export function capPoints(points: readonly ScorePoint[], cap: number): readonly ScorePoint[] {
  let room = cap - sumOf(points.filter(({ counted }) => counted < 0));
  const newestFirst = points.toSorted((a, b) => ageOf(b) - ageOf(a));
  const allowed = new Map<ScorePoint, number>();
  for (const point of newestFirst) {
    if (point.counted <= 0) continue;
    const counted = Math.min(point.counted, Math.max(0, room));
    room -= counted;
    allowed.set(point, counted);
  }
  return points.map((point) => ({ ...point, counted: allowed.get(point) ?? point.counted }));
}

export function sumOf(points: readonly ScorePoint[]): number {
  return points.reduce((total, { counted }) => total + counted, 0);
}

function ageOf({ expiry }: ScorePoint): number {
  return expiry.kind === "never" ? 0 : expiry.since;
}
