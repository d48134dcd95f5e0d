/** Cancels a handoff that proved not to matter, for a reason (H48). */
import type { Handoff } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";

interface CancelDialogProps {
  readonly handoff: Handoff;
  readonly onClose: () => void;
}

export function CancelDialog({ handoff, onClose }: CancelDialogProps): JSX.Element {
  const desk = useDesk();
  const text = words.value.cancel;
  return (
    <ReasonDialog
      title={text.title}
      lead={text.lead}
      question={text.reason}
      missing={text.missing}
      submit={text.submit}
      isGrave
      examples={text.examples}
      onGiven={(reason) => void desk.moves.cancel(handoff, reason)}
      onClose={onClose}
    />
  );
}
