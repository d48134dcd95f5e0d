/** A modal: the browser's own dialog keeps focus inside; Escape asks before it throws away what was filled in (H69). */
import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { words } from "../words/chosen-words.ts";
import { Icon } from "./Icon.tsx";
import { closeIcon } from "./icons.ts";
import { useModal } from "./use-modal.ts";

interface DialogProps {
  readonly title: string;
  readonly lead: string;
  /** Whether closing would lose something. */
  readonly isEdited?: boolean;
  /** For more than one column. */
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Dialog({
  title,
  lead,
  isEdited = false,
  isWide = false,
  onClose,
  children,
}: DialogProps): JSX.Element {
  const element = useModal();
  const titleId = useId();
  const [isAsking, setIsAsking] = useState(false);
  const text = words.value.dialog;

  function leave(): void {
    if (isEdited) setIsAsking(true);
    else onClose();
  }

  return (
    <dialog
      ref={element}
      class={isWide ? "dialog dialog-wide" : "dialog"}
      aria-modal="true"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onKeyDown={(event) => {
        // Browsers let a second Escape through `cancel`; this one asks every time.
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        leave();
      }}
    >
      <header class="dialog-head">
        <div>
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          <p>{lead}</p>
        </div>
        <button type="button" class="button button-bare button-icon" aria-label={text.close} onClick={leave}>
          <Icon node={closeIcon} />
        </button>
      </header>
      {isAsking && (
        <div class="dialog-question" role="alert">
          <span>{text.discardQuestion}</span>
          <span class="dialog-answers">
            <button type="button" class="button button-small" onClick={() => setIsAsking(false)}>
              {text.edit}
            </button>
            <button type="button" class="button button-small button-danger" onClick={onClose}>
              {text.discard}
            </button>
          </span>
        </div>
      )}
      {children}
    </dialog>
  );
}
