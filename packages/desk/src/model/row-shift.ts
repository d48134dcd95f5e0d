/** How far most of the rows in sight moved when a list changed, so that the view can move with them instead of under the reader's eyes. */

/** In rows, down being positive; of rows that went or moved by themselves the majority is not disturbed. */
export function shiftOfRows(
  before: readonly string[],
  after: readonly string[],
  seen: { readonly from: number; readonly to: number },
): number {
  const placeAfter = new Map(after.map((id, index) => [id, index]));
  const shifts = before
    .slice(Math.max(0, seen.from), seen.to)
    .flatMap((id, offset) => {
      const place = placeAfter.get(id);
      return place === undefined ? [] : [place - (Math.max(0, seen.from) + offset)];
    })
    .toSorted((a, b) => a - b);
  return shifts[shifts.length >> 1] ?? 0;
}
