/** Makes a contact of the visitor, filled with what the visitor wrote; saving completes the handoff (H68–H75, R10). */
import { ContactFields, type CreateContact, type Handoff, type LogEntry } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { contactDraft } from "../model/contact-draft.ts";
import type { ContactOutcome } from "../model/moves.ts";
import { words } from "../words/chosen-words.ts";
import { ContactFieldset } from "./ContactFieldset.tsx";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./Dialog.tsx";
import { MergeChoice } from "./MergeChoice.tsx";

interface ContactDialogProps {
  readonly handoff: Handoff;
  readonly entries: readonly LogEntry[];
  readonly onClose: () => void;
}

export function ContactDialog({ handoff, entries, onClose }: ContactDialogProps): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const [draft] = useState(() => contactDraft(handoff, entries, text));
  const [fields, setFields] = useState<ContactFields>(draft);
  const [isTried, setIsTried] = useState(false);
  const [outcome, setOutcome] = useState<ContactOutcome | null>(null);
  const isBusy = desk.moves.busy.value.has(handoff.id);
  const isEdited = JSON.stringify(fields) !== JSON.stringify(draft);
  const checked = ContactFields.safeParse(fields);

  async function save(same?: CreateContact["same"]): Promise<void> {
    setIsTried(true);
    if (!checked.success) return;
    // The whole book of versions moves on while a form is open; the newest one is what this is saved on.
    const newest = desk.handoffs.all.value.get(handoff.id) ?? handoff;
    const next = await desk.moves.createContact(newest, checked.data, same);
    if (next.state === "done") onClose();
    else setOutcome(next);
  }

  if (outcome?.state === "exists") {
    return (
      <Dialog
        title={text.contacts.merge.title}
        lead={text.contacts.merge.text}
        isEdited={isEdited}
        onClose={onClose}
      >
        <MergeChoice
          contacts={outcome.contacts}
          isBusy={isBusy}
          onJoin={(join) => void save({ join })}
          onNew={() => void save("new")}
          onBack={() => setOutcome(null)}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title={text.contact.title} lead={text.contact.lead} isEdited={isEdited} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ContactFieldset
          fields={fields}
          language={desk.sites.value.find(({ id }) => id === handoff.site)?.language ?? handoff.language}
          hintOf={(name) =>
            draft[name] !== "" && fields[name] === draft[name] ? text.contact.fromChat : undefined
          }
          onChange={setFields}
        />
        {isTried && !checked.success && (
          <p class="form-error" role="alert">
            {text.contact.missing}
          </p>
        )}
        {outcome?.state === "failed" && !isBusy && (
          <p class="form-error" role="alert">
            {text.contacts.unsaved}
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
