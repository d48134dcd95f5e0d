/** The fields of a contact, for the form that makes one and the page that edits one: what is odd is said, and taken all the same. */
import type { ContactFields, Language } from "@sophie/engine";
import type { JSX } from "preact";
import { mailWay } from "../model/contact-ways.ts";
import { readTelephone } from "../model/telephone.ts";
import { words } from "../words/chosen-words.ts";
import { Field } from "./Field.tsx";

interface ContactFieldsetProps {
  readonly fields: ContactFields;
  /** The site's: it says where a number without a country code is from. */
  readonly language: Language;
  readonly hintOf?: (name: keyof ContactFields) => string | undefined;
  readonly onChange: (fields: ContactFields) => void;
}

const ONE_LINERS = [
  { name: "firstName", type: "text" },
  { name: "lastName", type: "text" },
  { name: "email", type: "email" },
  { name: "phone", type: "tel" },
  { name: "company", type: "text" },
] as const;

export function ContactFieldset({
  fields,
  language,
  hintOf = () => undefined,
  onChange,
}: ContactFieldsetProps): JSX.Element {
  const text = words.value;

  function oddness(name: keyof ContactFields): string | undefined {
    const value = fields[name].trim();
    if (value === "") return undefined;
    if (name === "email" && mailWay(value, "").href === null) return text.contacts.badEmail;
    if (name === "phone" && readTelephone(value, language) === null) return text.contacts.badPhone;
    return undefined;
  }

  return (
    <>
      <div class="form-grid">
        {ONE_LINERS.map(({ name, type }) => (
          <Field
            key={name}
            label={text.contact[name]}
            name={name}
            type={type}
            value={fields[name]}
            maxLength={200}
            hint={oddness(name) ?? hintOf(name)}
            onInput={(value) => onChange({ ...fields, [name]: value })}
          />
        ))}
      </div>
      <Field
        label={text.contact.notes}
        name="notes"
        rows={5}
        maxLength={10_000}
        value={fields.notes}
        onInput={(notes) => onChange({ ...fields, notes })}
      />
    </>
  );
}
