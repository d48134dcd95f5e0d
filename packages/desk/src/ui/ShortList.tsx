/** A list that shows its first items, and the rest when it is asked for. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

interface ShortListProps {
  readonly class: string;
  /** How many stand there at first. One more than that is not worth a button. */
  readonly count: number;
  /** What the button says. */
  readonly all: string;
  readonly children: readonly JSX.Element[];
}

export function ShortList({ class: name, count, all, children }: ShortListProps): JSX.Element {
  const [isWhole, setIsWhole] = useState(false);
  const isShort = !isWhole && children.length > count + 1;
  return (
    <>
      <ul class={name}>{isShort ? children.slice(0, count) : children}</ul>
      {isShort && (
        <button type="button" class="link lead-all" onClick={() => setIsWhole(true)}>
          {all}
        </button>
      )}
    </>
  );
}
