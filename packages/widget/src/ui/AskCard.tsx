/** What is still needed before a person is called, in one card: all of it may be left out, and one press skips it (F10–F12). */
import { type AskedField, readFieldValue } from "@sophie/engine";
import { useSignal } from "@preact/signals";
import type { Model } from "../model/create-model.ts";

/** How a browser helps with each kind. */
const INPUT = {
  name: { type: "text", autocomplete: "name" },
  email: { type: "email", autocomplete: "email", placeholder: "name@example.com" },
  phone: { type: "tel", autocomplete: "tel", placeholder: "+31 20 123 4567" },
  date: { type: "date" },
  order_number: { type: "text" },
  text: { type: "text" },
} as const satisfies Readonly<Record<AskedField["kind"], object>>;

export function AskCard({ model }: { readonly model: Model }) {
  const { words } = model;
  const wrong = useSignal<readonly string[]>([]);
  const { asked } = model.snapshot.value;
  if (asked === null) return null;

  const submit = (form: HTMLFormElement) => {
    const info: Record<string, string> = {};
    const bad: string[] = [];
    for (const field of asked) {
      const text = new FormData(form).get(field.key);
      const given = typeof text === "string" ? text.trim() : "";
      const value = readFieldValue(field, given);
      if (value !== null) info[field.key] = value;
      else if (given !== "") bad.push(field.key);
    }
    // What is wrong twice is left out: nobody is kept from a person by a form.
    const isStuck = wrong.value.length > 0;
    wrong.value = bad;
    const first = bad[0];
    if (first === undefined || isStuck) model.giveInfo(info);
    else form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };

  return (
    <section class="card" aria-label={words.askTitle}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <h3>{words.askTitle}</h3>
        <p>{words.askBody}</p>
        {asked.map((field) => {
          const isWrong = wrong.value.includes(field.key);
          return (
            <label key={field.key}>
              {field.label}
              <input
                {...INPUT[field.kind]}
                name={field.key}
                defaultValue={field.value}
                aria-invalid={isWrong}
                aria-describedby={isWrong ? `wrong-${field.key}` : undefined}
              />
              {isWrong && (
                <span class="failed" id={`wrong-${field.key}`}>
                  {words.wrong}
                </span>
              )}
            </label>
          );
        })}
        <p class="actions">
          <button type="submit" class="main">
            {words.askSend}
          </button>
          <button type="button" class="link" onClick={() => model.giveInfo({})}>
            {words.askSkip}
          </button>
        </p>
      </form>
    </section>
  );
}
