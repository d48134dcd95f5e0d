/** One labelled field of a form, with its hint and what is wrong with it, tied together for those who listen. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";

/** As attributes, because Preact ties the roles that an input may have to each type apart. */
const KINDS = {
  text: { type: "text" },
  email: { type: "email" },
  tel: { type: "tel" },
  url: { type: "url" },
  date: { type: "date" },
  password: { type: "password" },
} as const;

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: keyof typeof KINDS;
  readonly autocomplete?: string;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  /** The id of a `datalist`. */
  readonly list?: string;
  /** The language of what is typed, where it is another than the page's. */
  readonly lang?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly rows?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly autofocus?: boolean;
}

export function Field(props: FieldProps): JSX.Element {
  const id = useId();
  const noteId = `${id}-note`;
  const kind = KINDS[props.type ?? "text"];
  const note = props.error ?? props.hint;
  const shared = {
    id,
    name: props.name,
    value: props.value,
    required: props.required ?? false,
    minLength: props.minLength,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    lang: props.lang,
    autofocus: props.autofocus ?? false,
    "aria-invalid": props.error !== undefined,
    "aria-describedby": note === undefined ? undefined : noteId,
    onInput: (event: Event) => {
      const { target } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
        props.onInput(target.value);
    },
  };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.rows === undefined ? (
        <input
          class="input"
          {...kind}
          {...(props.list === undefined ? {} : { list: props.list })}
          autocomplete={props.autocomplete ?? "off"}
          {...shared}
        />
      ) : (
        <textarea class="input" rows={props.rows} {...shared} />
      )}
      {note !== undefined && (
        <p id={noteId} class={props.error === undefined ? "field-hint" : "field-error"}>
          {note}
        </p>
      )}
    </div>
  );
}
