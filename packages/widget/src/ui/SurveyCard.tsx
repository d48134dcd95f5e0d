/** How was it? One to five and a word if one likes, once, at the end, when the agent asked for it (F24). */
import type { Model } from "../model/create-model.ts";
import { formValues } from "./form-values.ts";

export function SurveyCard({ model }: { readonly model: Model }) {
  const { words, cards } = model;
  const { survey } = model.snapshot.value;
  if (survey === null) return null;
  if (survey === "answered") return <p class="line">{words.thanks}</p>;
  const rating = cards.rating.value;
  const ends = { 1: words.surveyWorst, 5: words.surveyBest };
  return (
    <section class="card">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          cards.answer(formValues(event.currentTarget)["comment"] ?? "");
        }}
      >
        <fieldset>
          <legend>{words.surveyTitle}</legend>
          {([1, 2, 3, 4, 5] as const).map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="rating"
                aria-label={value === 1 || value === 5 ? `${value}, ${ends[value]}` : `${value}`}
                checked={rating === value}
                onInput={() => (cards.rating.value = value)}
              />
              <span>{value}</span>
            </label>
          ))}
        </fieldset>
        <p class="ends" aria-hidden="true">
          <span>{ends[1]}</span>
          <span>{ends[5]}</span>
        </p>
        {rating !== null && (
          <label>
            {words.surveyComment}
            <textarea name="comment" rows={2} maxLength={1_000} dir="auto" />
          </label>
        )}
        <p class="actions">
          <button type="submit" class="main" disabled={rating === null}>
            {words.send}
          </button>
          <button type="button" class="link" onClick={cards.decline}>
            {words.askSkip}
          </button>
        </p>
      </form>
    </section>
  );
}
