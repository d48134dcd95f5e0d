/** Gives a handoff to a colleague: those who are there first. */
import { type Handoff, may } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { Dialog } from "./Dialog.tsx";
import { Portrait } from "./Portrait.tsx";
import { PresenceMark } from "./PresenceMark.tsx";

interface AssignDialogProps {
  readonly handoff: Handoff;
  readonly onClose: () => void;
}

export function AssignDialog({ handoff, onClose }: AssignDialogProps): JSX.Element {
  const desk = useDesk();
  const me = useMe();
  const text = words.value.assign;
  const colleagues = desk.agents.value.filter(
    (agent) => agent.id !== me.id && agent.id !== handoff.assignee?.id && may(agent.role, "handoffs.work"),
  );
  return (
    <Dialog title={text.title} lead={text.lead} onClose={onClose}>
      {colleagues.length === 0 ? (
        <p class="quiet">{text.nobody}</p>
      ) : (
        <ul class="people people-pick">
          {colleagues.map((agent) => (
            <li key={agent.id}>
              <button
                type="button"
                class="person person-button"
                onClick={() => {
                  void desk.moves.assign(handoff, agent.id);
                  onClose();
                }}
              >
                <Portrait author={{ kind: "agent", id: agent.id, name: agent.name }} />
                <span class="person-name">{agent.name}</span>
                <PresenceMark presence={agent.presence} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
