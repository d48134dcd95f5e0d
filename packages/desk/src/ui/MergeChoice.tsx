/** Whether a visitor is somebody who is known by the same e-mail address: nobody but a person can say (H74). */
import type { ContactCard, ContactId } from "@sophie/engine";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk } from "./desk-context.ts";

interface MergeChoiceProps {
  readonly contacts: readonly ContactCard[];
  readonly isBusy: boolean;
  readonly onJoin: (contact: ContactId) => void;
  readonly onNew: () => void;
  readonly onBack: () => void;
}

export function MergeChoice({ contacts, isBusy, onJoin, onNew, onBack }: MergeChoiceProps): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const { merge } = text.contacts;
  const first = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => first.current?.focus(), []);

  return (
    <div class="merge" role="alert">
      <ul class="merge-list">
        {contacts.map(({ id, name, phone, company, createdAt }, index) => (
          <li key={id}>
            <button
              type="button"
              class="merge-option"
              ref={index === 0 ? first : null}
              disabled={isBusy}
              onClick={() => onJoin(id)}
            >
              <strong>{merge.join(name, momentTime(createdAt, desk.now.peek(), text))}</strong>
              <span class="quiet">
                {[phone, company, merge.joinHint].filter((part) => part !== "").join(" · ")}
              </span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="merge-option" disabled={isBusy} onClick={onNew}>
            <strong>{merge.makeNew}</strong>
            <span class="quiet">{merge.makeNewHint}</span>
          </button>
        </li>
      </ul>
      <footer class="form-foot">
        <button type="button" class="button" disabled={isBusy} onClick={onBack}>
          {merge.back}
        </button>
      </footer>
    </div>
  );
}
