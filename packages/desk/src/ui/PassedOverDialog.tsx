/** Tells whoever takes a handoff that a more pressing one waits, and lets them choose (Q8). */
import type { HandoffId } from "@sophie/engine";
import type { JSX } from "preact";
import { reasonName } from "../model/reason-name.ts";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./Dialog.tsx";

export function PassedOverDialog({
  onOpen,
}: {
  readonly onOpen: (id: HandoffId) => void;
}): JSX.Element | null {
  const { moves } = useDesk();
  const text = words.value;
  const passing = moves.passing.value;
  if (passing === null) return null;
  const { before } = passing;
  return (
    <Dialog
      title={text.routing.order.title}
      lead={text.routing.order.lead(text.priority[before.priority], reasonName(before, text))}
      onClose={() => moves.stay()}
    >
      <footer class="form-foot">
        <button type="button" class="button" onClick={() => void moves.goOn()}>
          {text.routing.order.goOn}
        </button>
        <button
          type="button"
          class="button button-primary"
          onClick={() => {
            moves.stay();
            onOpen(before.id);
          }}
        >
          {text.routing.order.openThat}
        </button>
      </footer>
    </Dialog>
  );
}
