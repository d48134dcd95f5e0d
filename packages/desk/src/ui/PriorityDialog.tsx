/** Sets how pressing a handoff is, by hand; without a reason it is not (H43). */
import { type Handoff, PRIORITIES } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./Dialog.tsx";
import { Field } from "./Field.tsx";
import { Segments } from "./Segments.tsx";

const REASON_CHARS_MAX = 500;

interface PriorityDialogProps {
  readonly handoff: Handoff;
  readonly onClose: () => void;
}

export function PriorityDialog({ handoff, onClose }: PriorityDialogProps): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const said = text.reports.prioritise;
  const [priority, setPriority] = useState(handoff.priority);
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);

  function submit(event: Event): void {
    event.preventDefault();
    if (reason.trim() === "") return setIsMissing(true);
    void desk.setPriority(handoff, priority, reason.trim());
    onClose();
  }

  return (
    <Dialog title={said.title} lead={said.lead} isEdited={reason !== ""} onClose={onClose}>
      <form class="form" noValidate onSubmit={submit}>
        <Segments
          label={said.title}
          name="priority"
          value={priority}
          choices={PRIORITIES.map((value) => ({ value, label: text.priority[value] }))}
          onChoose={setPriority}
        />
        <Field
          label={said.reason}
          name="reason"
          rows={3}
          maxLength={REASON_CHARS_MAX}
          value={reason}
          required
          autofocus
          error={isMissing && reason.trim() === "" ? said.missing : undefined}
          onInput={setReason}
        />
        <footer class="form-foot">
          <button type="button" class="button" onClick={onClose}>
            {text.dialog.keep}
          </button>
          <button type="submit" class="button button-primary">
            {said.submit}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
