/** What visitors are asked for before a queue's people begin: never a condition, and never what is known already. */
import { FIELD_KINDS, type FieldKind, type RequiredField } from "@sophie/engine";
import type { JSX } from "preact";
import { removeAt, replaceAt } from "../../model/settings/list-edit.ts";
import { newField } from "../../model/settings/new-parts.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { addIcon, removeIcon } from "../icons.ts";
import { ChoiceSetting } from "./ChoiceSetting.tsx";
import { useEditing } from "./editor-context.ts";
import { LocalTextSetting } from "./LocalTextSetting.tsx";
import { TextSetting } from "./TextSetting.tsx";
import { SubGroup } from "./SubGroup.tsx";

const FIELDS_MAX = 5;

interface RequiredFieldsProps {
  readonly path: string;
  readonly fields: readonly RequiredField[];
  readonly onChange: (fields: RequiredField[]) => void;
}

export function RequiredFields({ path, fields, onChange }: RequiredFieldsProps): JSX.Element {
  const { site } = useEditing();
  const text = words.value.settings.fields;
  const unused = FIELD_KINDS.find((kind) => fields.every((field) => field.kind !== kind)) ?? "text";

  function withKind(field: RequiredField, kind: FieldKind): RequiredField {
    return {
      ...newField(
        kind,
        fields.filter((other) => other !== field),
      ),
      label: field.label,
    };
  }

  return (
    <SubGroup path={path} title={text.title} lead={text.lead}>
      {fields.map((field, index) => (
        // By its place, since the key changes with the kind.
        <div key={index} class="sub-item" data-setting={`${path}.${index}`}>
          <div class="form-grid">
            <ChoiceSetting
              path={`${path}.${index}.kind`}
              label={text.what}
              value={field.kind}
              choices={FIELD_KINDS.map((value) => ({ value, label: text.kind[value] }))}
              onChoose={(kind) => onChange(replaceAt(fields, index, withKind(field, kind)))}
            />
            {(field.kind === "order_number" || field.kind === "text") && (
              <TextSetting
                path={`${path}.${index}.pattern`}
                label={text.pattern}
                hint={text.patternHint}
                value={field.pattern ?? ""}
                maxLength={200}
                onInput={(pattern) =>
                  onChange(replaceAt(fields, index, { ...field, pattern: pattern === "" ? null : pattern }))
                }
              />
            )}
          </div>
          <LocalTextSetting
            path={`${path}.${index}.label`}
            label={text.label}
            main={site.language}
            value={field.label}
            placeholder={text.ownWords}
            onChange={(label) => onChange(replaceAt(fields, index, { ...field, label }))}
          />
          <button
            type="button"
            class="button button-bare button-icon sub-remove"
            aria-label={text.remove(text.kind[field.kind])}
            title={text.remove(text.kind[field.kind])}
            onClick={() => onChange(removeAt(fields, index))}
          >
            <Icon node={removeIcon} />
          </button>
        </div>
      ))}
      {fields.length < FIELDS_MAX && (
        <button
          type="button"
          class="button button-small"
          onClick={() => onChange([...fields, newField(unused, fields)])}
        >
          <Icon node={addIcon} />
          {text.add}
        </button>
      )}
    </SubGroup>
  );
}
