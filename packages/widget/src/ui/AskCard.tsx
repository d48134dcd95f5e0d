/** What is still needed before a person is called, in one card: all of it may be left out, and one press skips it (F10–F12). */
import type { AskedField } from "@sophie/engine";
import type { Model } from "../model/create-model.ts";
import { formValues } from "./form-values.ts";

/** How a browser helps with each kind. */
const INPUT = {
  name: { autocomplete: "name" },
  email: { type: "email", autocomplete: "email", placeholder: "name@example.com" },
  phone: { type: "tel", autocomplete: "tel", placeholder: "+31 20 123 4567" },
  date: { type: "date" },
  order_number: {},
  text: {},
} as const satisfies Readonly<Record<AskedField["kind"], object>>;

export function AskCard({ model }: { readonly model: Model }) {
  const { words, cards } = model;
  const { asked } = model.snapshot.value;
  if (asked === null) return null;
  return (
    <section class="card" aria-label={words.askTitle}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const wrong = cards.handIn(formValues(form));
          if (wrong !== null) form.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
        }}
      >
        <h3>{words.askTitle}</h3>
        <p>{words.askBody}</p>
        {asked.map(({ key, kind, label, value }) => {
          const isWrong = cards.wrong.value.includes(key);
          return (
            <label key={key}>
              {label}
              <input
                {...INPUT[kind]}
                name={key}
                // What was said in plain words since stands in the card as well.
                key={value}
                defaultValue={value}
                aria-invalid={isWrong}
                aria-describedby={`wrong-${key}`}
              />
              <span class="failed" id={`wrong-${key}`}>
                {isWrong && words.wrong}
              </span>
            </label>
          );
        })}
        <p class="actions">
          <button type="submit" class="main">
            {words.askSend}
          </button>
          <button type="button" class="link" onClick={cards.skip}>
            {words.askSkip}
          </button>
        </p>
      </form>
    </section>
  );
}
