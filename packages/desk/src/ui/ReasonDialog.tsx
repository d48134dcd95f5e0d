/** Asks why something is done that others will wonder about; without a reason it is not done (H43, H48). */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { words } from "../words/chosen-words.ts";
import { Dialog } from "./Dialog.tsx";
import { Field } from "./Field.tsx";

const REASON_CHARS_MAX = 500;

interface ReasonDialogProps {
  readonly title: string;
  readonly lead: string;
  /** The name of the field. */
  readonly question: string;
  /** What is said where there is no reason. */
  readonly missing: string;
  readonly submit: string;
  readonly isGrave?: boolean;
  /** Reasons that are given often, to press instead of typing. */
  readonly examples?: readonly string[];
  /** Gets the reason without the spaces around it. */
  readonly onGiven: (reason: string) => void;
  readonly onClose: () => void;
  /** What is chosen before the reason is given. */
  readonly children?: ComponentChildren;
}

export function ReasonDialog(props: ReasonDialogProps): JSX.Element {
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const isEmpty = reason.trim() === "";
  const { examples = [] } = props;

  function submit(event: Event): void {
    event.preventDefault();
    if (isEmpty) return setIsMissing(true);
    props.onGiven(reason.trim());
    props.onClose();
  }

  return (
    <Dialog title={props.title} lead={props.lead} isEdited={reason !== ""} onClose={props.onClose}>
      <form class="form" noValidate onSubmit={submit}>
        {props.children}
        <Field
          label={props.question}
          name="reason"
          rows={3}
          maxLength={REASON_CHARS_MAX}
          value={reason}
          required
          autofocus
          error={isMissing && isEmpty ? props.missing : undefined}
          onInput={setReason}
        />
        {examples.length > 0 && (
          <div class="chips">
            {examples.map((example) => (
              <button key={example} type="button" class="chip" onClick={() => setReason(example)}>
                {example}
              </button>
            ))}
          </div>
        )}
        <footer class="form-foot">
          <button type="button" class="button" onClick={props.onClose}>
            {words.value.dialog.keep}
          </button>
          <button
            type="submit"
            class={props.isGrave === true ? "button button-danger" : "button button-primary"}
          >
            {props.submit}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
