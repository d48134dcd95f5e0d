/** One line of the palette; the one that Enter would take keeps itself in sight. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PaletteItem } from "../model/palette.ts";
import { capsOf } from "../model/shortcuts.ts";

interface PaletteOptionProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly isActive: boolean;
  readonly onPick: () => void;
}

export function PaletteOption({ id, item, isActive, onPick }: PaletteOptionProps): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  // The keys of an option are those of the field above it, which has the focus.
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={element}
      id={id}
      class="palette-option"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onClick={onPick}
    >
      <span class="palette-label">{item.label}</span>
      {item.about !== "" && <span class="palette-about">{item.about}</span>}
      {item.shortcut !== undefined && (
        <span class="palette-keys" aria-hidden="true">
          {capsOf(item.shortcut).map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </span>
      )}
    </div>
  );
}
