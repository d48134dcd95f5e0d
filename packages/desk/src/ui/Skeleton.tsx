/** The layout of a list before its content: only after a moment, so that a fast answer does not flicker. */
import type { JSX } from "preact";

const ROWS = [72, 54, 88, 61, 79, 47];

/** A whole pane: also its head, so that nothing moves when it comes. */
export function PaneSkeleton(): JSX.Element {
  return (
    <div class="pane">
      <div class="pane-head skeleton" aria-hidden="true">
        <span class="skeleton-line skeleton-title" />
        <span class="skeleton-line skeleton-tools" />
      </div>
      <ListSkeleton />
    </div>
  );
}

export function ListSkeleton(): JSX.Element {
  return (
    <div class="skeleton" aria-hidden="true">
      {ROWS.map((width) => (
        <div key={width} class="skeleton-row">
          <span class="skeleton-line skeleton-line-short" />
          <span class={`skeleton-line skeleton-line-${width > 70 ? "long" : "middle"}`} />
        </div>
      ))}
    </div>
  );
}
