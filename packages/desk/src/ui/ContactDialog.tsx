/** Makes a contact of the visitor, filled with what the visitor wrote; saving completes the handoff (H68–H75, R10). */
import { ContactFields, type Handoff, type LogEntry } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { contactDraft } from "../model/contact-draft.ts";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./Dialog.tsx";
import { Field } from "./Field.tsx";

interface ContactDialogProps {
  readonly handoff: Handoff;
  readonly entries: readonly LogEntry[];
  readonly onClose: () => void;
}

const ONE_LINERS = [
  { name: "firstName", type: "text" },
  { name: "lastName", type: "text" },
  { name: "email", type: "email" },
  { name: "phone", type: "tel" },
  { name: "company", type: "text" },
] as const;

export function ContactDialog({ handoff, entries, onClose }: ContactDialogProps): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const [draft] = useState(() => contactDraft(handoff, entries, text));
  const [fields, setFields] = useState<ContactFields>(draft);
  const [isTried, setIsTried] = useState(false);
  const isBusy = desk.moves.busy.value.has(handoff.id);
  const isEdited = JSON.stringify(fields) !== JSON.stringify(draft);
  const checked = ContactFields.safeParse(fields);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setIsTried(true);
    // The whole book of versions moves on while a form is open; the newest one is what this is saved on.
    const newest = desk.handoffs.all.value.get(handoff.id) ?? handoff;
    if (checked.success && (await desk.moves.createContact(newest, checked.data))) onClose();
  }

  return (
    <Dialog title={text.contact.title} lead={text.contact.lead} isEdited={isEdited} onClose={onClose}>
      <form class="form" noValidate onSubmit={(event) => void submit(event)}>
        <div class="form-grid">
          {ONE_LINERS.map(({ name, type }) => (
            <Field
              key={name}
              label={text.contact[name]}
              name={name}
              type={type}
              value={fields[name]}
              maxLength={200}
              hint={draft[name] !== "" && fields[name] === draft[name] ? text.contact.fromChat : undefined}
              onInput={(value) => setFields((held) => ({ ...held, [name]: value }))}
            />
          ))}
        </div>
        <Field
          label={text.contact.notes}
          name="notes"
          rows={5}
          maxLength={10_000}
          value={fields.notes}
          onInput={(notes) => setFields((held) => ({ ...held, notes }))}
        />
        {isTried && !checked.success && (
          <p class="form-error" role="alert">
            {text.contact.missing}
          </p>
        )}
        <footer class="form-foot">
          <button type="button" class="button" onClick={onClose}>
            {text.dialog.keep}
          </button>
          <button type="submit" class="button button-primary" disabled={isBusy}>
            {isBusy ? text.panel.busy : text.contact.submit}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
