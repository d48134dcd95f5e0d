/** When somebody means to see to a handoff: a time that they pick or one of the usual ones, in their own zone (H84). */
import { type Handoff, PLAN_NOTE_CHARS_MAX } from "@sophie/engine";
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { fetchPlanChoices } from "../model/plan-choices.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./Dialog.tsx";
import { Field } from "./Field.tsx";
import { useAnswer } from "./use-answer.ts";

interface PlanDialogProps {
  readonly handoff: Handoff;
  readonly onClose: () => void;
}

export function PlanDialog({ handoff, onClose }: PlanDialogProps): JSX.Element {
  const desk = useDesk();
  const id = useId();
  const text = words.value.routing.plan;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const choices = useAnswer(() => fetchPlanChoices(handoff.id, zone), [handoff.id]) ?? [];
  const [local, setLocal] = useState("");
  const [note, setNote] = useState(handoff.plan?.note ?? "");
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (local === "") return setProblem(text.missing);
    if (new Date(local).getTime() <= desk.now.peek()) return setProblem(text.past);
    const planned = await desk.plan(handoff, { local, zone, note: note.trim() });
    if (planned === "past") setProblem(text.past);
    else if (planned !== "busy") onClose();
  }

  return (
    <Dialog title={text.title} lead={text.lead} isEdited={local !== ""} onClose={onClose}>
      <form class="form" noValidate onSubmit={(event) => void submit(event)}>
        <div class="plan-choices">
          {choices.map((choice) => (
            <button
              key={choice.name}
              type="button"
              class="button button-small"
              aria-pressed={choice.local === local}
              onClick={() => setLocal(choice.local)}
            >
              {text.choice[choice.name](momentTime(choice.at, desk.now.peek(), words.value))}
            </button>
          ))}
        </div>
        <div class="field">
          <label for={id}>{text.when}</label>
          <input
            id={id}
            class="input"
            type="datetime-local"
            value={local}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-note`}
            onInput={(event) => {
              setLocal(event.currentTarget.value);
              setProblem(null);
            }}
          />
          <p id={`${id}-note`} class={problem === null ? "field-hint" : "field-error"}>
            {problem ?? text.zone(zone)}
          </p>
        </div>
        <Field
          label={text.note}
          name="note"
          hint={text.noteHint}
          rows={2}
          maxLength={PLAN_NOTE_CHARS_MAX}
          value={note}
          onInput={setNote}
        />
        <footer class="form-foot">
          <button type="button" class="button" onClick={onClose}>
            {words.value.dialog.keep}
          </button>
          <button type="submit" class="button button-primary">
            {text.submit}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
