/** Edits a contact on the version that was seen: when somebody was quicker, nothing is overwritten and nothing typed is lost. */
import { type Contact, ContactFields, type Language, LEAD_STAGES, type SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { type EditOutcome, saveContact, type WholeContact } from "../../model/contacts-http.ts";
import { objectToLeaving } from "../../model/leaving.ts";
import { words } from "../../words/chosen-words.ts";
import { ConfirmLeave } from "../knowledge/ConfirmLeave.tsx";
import { ContactFieldset } from "../ContactFieldset.tsx";

interface ContactFormProps {
  readonly site: SiteId;
  readonly language: Language;
  readonly contact: Contact;
  readonly onSaved: (whole: WholeContact) => void;
}

type Standing = "idle" | "saving" | "invalid" | EditOutcome["state"];

export function ContactForm({ site, language, contact, onSaved }: ContactFormProps): JSX.Element {
  const text = words.value.contacts;
  const stageId = useId();
  const [fields, setFields] = useState<ContactFields>(() => fieldsOf(contact));
  const [stage, setStage] = useState(contact.stage);
  const [version, setVersion] = useState(contact.version);
  const [theirs, setTheirs] = useState<Contact | null>(null);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const [standing, setStanding] = useState<Standing>("idle");

  const isEdited = standing !== "saved" && (stage !== contact.stage || !isSame(fields, fieldsOf(contact)));
  useEffect(() => (isEdited ? objectToLeaving((goOn) => setLeaving(() => goOn)) : undefined), [isEdited]);

  async function save(on: number): Promise<void> {
    if (standing === "saving") return;
    const checked = ContactFields.safeParse(fields);
    if (!checked.success) return setStanding("invalid");
    setStanding("saving");
    const outcome = await saveContact(site, contact.id, { version: on, fields: checked.data, stage });
    setStanding(outcome.state);
    if (outcome.state === "stale") setTheirs(outcome.contact);
    if (outcome.state !== "saved") return;
    setVersion(outcome.whole.contact.version);
    onSaved(outcome.whole);
  }

  function take(newest: Contact): void {
    setFields(fieldsOf(newest));
    setStage(newest.stage);
    setVersion(newest.version);
    setStanding("idle");
  }

  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(version);
      }}
    >
      <ContactFieldset
        fields={fields}
        language={language}
        onChange={(next) => {
          setFields(next);
          if (standing === "saved") setStanding("idle");
        }}
      />
      <div class="field">
        <label for={stageId}>{text.stage}</label>
        <select
          id={stageId}
          class="input select"
          aria-describedby={`${stageId}-note`}
          value={stage}
          onChange={(event) =>
            setStage(LEAD_STAGES.find((each) => each === event.currentTarget.value) ?? stage)
          }
        >
          {LEAD_STAGES.map((each) => (
            <option key={each} value={each}>
              {text.stages[each]}
            </option>
          ))}
        </select>
        <p id={`${stageId}-note`} class="field-hint">
          {text.markWonHint}
        </p>
      </div>
      {standing === "stale" && theirs !== null && (
        <div class="form-error" role="alert">
          <p>
            <strong>{text.stale}</strong> {text.staleText}
          </p>
          <button type="button" class="button button-small" onClick={() => take(theirs)}>
            {text.takeTheirs}
          </button>{" "}
          <button type="button" class="button button-small" onClick={() => void save(theirs.version)}>
            {text.keepMine}
          </button>
        </div>
      )}
      {(standing === "failed" || standing === "invalid") && (
        <p class="form-error" role="alert">
          {standing === "failed" ? text.saveFailed : text.invalid}
        </p>
      )}
      {leaving !== null && (
        <ConfirmLeave
          lead={text.leave}
          onStay={() => setLeaving(null)}
          onLeave={() => {
            objectToLeaving(() => {})();
            leaving();
          }}
        />
      )}
      <footer class="form-foot">
        <output class="quiet">{standing === "saved" ? text.saved : ""}</output>
        <button type="submit" class="button button-primary" disabled={standing === "saving"}>
          {standing === "saving" ? text.saving : text.save}
        </button>
      </footer>
    </form>
  );
}

function isSame(one: ContactFields, other: ContactFields): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fieldsOf({ firstName, lastName, email, phone, company, notes }: Contact): ContactFields {
  return { firstName, lastName, email, phone, company, notes };
}
