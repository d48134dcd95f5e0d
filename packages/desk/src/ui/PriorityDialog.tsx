/** Sets how pressing a handoff is, by hand and for a reason (H43). */
import { type Handoff, PRIORITIES } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { Segments } from "./Segments.tsx";

interface PriorityDialogProps {
  readonly handoff: Handoff;
  readonly onClose: () => void;
}

export function PriorityDialog({ handoff, onClose }: PriorityDialogProps): JSX.Element {
  const desk = useDesk();
  const [priority, setPriority] = useState(handoff.priority);
  const names = words.value.priority;
  const text = words.value.reports.prioritise;
  return (
    <ReasonDialog
      title={text.title}
      lead={text.lead}
      question={text.reason}
      missing={text.missing}
      submit={text.submit}
      onGiven={(reason) => void desk.setPriority(handoff, priority, reason)}
      onClose={onClose}
    >
      <Segments
        label={text.title}
        name="priority"
        value={priority}
        choices={PRIORITIES.map((value) => ({ value, label: names[value] }))}
        onChoose={setPriority}
      />
    </ReasonDialog>
  );
}
