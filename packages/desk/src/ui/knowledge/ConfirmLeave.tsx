/** Asks before what is unsaved is left. */
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { Dialog } from "../Dialog.tsx";

interface ConfirmLeaveProps {
  /** What would be lost. */
  readonly lead?: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

export function ConfirmLeave({ lead, onStay, onLeave }: ConfirmLeaveProps): JSX.Element {
  const text = words.value.answers;
  return (
    <Dialog title={text.leaveTitle} lead={lead ?? text.leaveText} onClose={onStay}>
      <footer class="form-foot leave-answers">
        <button type="button" class="button" onClick={onStay}>
          {text.stay}
        </button>
        <button type="button" class="button button-danger" onClick={onLeave}>
          {text.leave}
        </button>
      </footer>
    </Dialog>
  );
}
