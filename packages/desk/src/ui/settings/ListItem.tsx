/** One line of a list that opens to be edited. It opens by itself when something in it is wrong. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../Icon.tsx";
import { chevronIcon, removeIcon } from "../icons.ts";
import { useHasProblem } from "./editor-context.ts";

interface DropZone {
  readonly isTarget: boolean;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

interface ListItemProps {
  readonly path: string;
  readonly title: ComponentChildren;
  /** Below the title: what it comes to. */
  readonly about?: ComponentChildren;
  /** Whether it begins open. */
  readonly opens?: boolean;
  /** At the right, always in reach. */
  readonly controls?: ComponentChildren;
  /** Null where it cannot go. */
  readonly onRemove: (() => void) | null;
  readonly removeName: string;
  readonly isOff?: boolean;
  /** While another line is being dragged over this one. */
  readonly dropZone?: DropZone | undefined;
  readonly children: ComponentChildren;
}

export function ListItem(props: ListItemProps): JSX.Element {
  const details = useRef<HTMLDetailsElement>(null);
  const isWrong = useHasProblem(props.path);

  useEffect(() => {
    if (details.current !== null && (isWrong || props.opens === true)) details.current.open = true;
  }, [isWrong, props.opens]);

  const { isTarget = false, ...drop } = props.dropZone ?? {};
  const marks = ["item", ...(props.isOff === true ? ["item-off"] : []), ...(isTarget ? ["item-target"] : [])];
  return (
    <li class={marks.join(" ")} data-setting={props.path} {...drop}>
      <details ref={details} class="item-details">
        <summary class="item-summary">
          <Icon node={chevronIcon} class="item-chevron" />
          <span class="item-words">
            <span class="item-title">{props.title}</span>
            {props.about !== undefined && <span class="item-about">{props.about}</span>}
          </span>
        </summary>
        <div class="item-body">{props.children}</div>
      </details>
      <div class="item-controls">
        {props.controls}
        {props.onRemove !== null && (
          <button
            type="button"
            class="button button-bare button-icon"
            aria-label={props.removeName}
            title={props.removeName}
            onClick={props.onRemove}
          >
            <Icon node={removeIcon} />
          </button>
        )}
      </div>
    </li>
  );
}
