/** How was it? One to five and a word if one likes, once, at the end, when the agent asked for it (F24). */
import { useSignal } from "@preact/signals";
import type { Model } from "../model/create-model.ts";

const RATINGS = [1, 2, 3, 4, 5];

export function SurveyCard({ model }: { readonly model: Model }) {
  const { words } = model;
  const rating = useSignal<number | null>(null);
  const { survey } = model.snapshot.value;
  if (survey === null) return null;
  if (survey === "answered") return <p class="line">{words.thanks}</p>;
  return (
    <section class="card">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const comment = new FormData(event.currentTarget).get("comment");
          model.answerSurvey({
            rating: rating.value,
            comment: typeof comment === "string" ? comment.trim() : "",
          });
        }}
      >
        <fieldset>
          <legend>{words.surveyTitle}</legend>
          {RATINGS.map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="rating"
                aria-label={`${value}${value === 1 ? `, ${words.surveyWorst}` : value === 5 ? `, ${words.surveyBest}` : ""}`}
                onInput={() => (rating.value = value)}
              />
              <span>{value}</span>
            </label>
          ))}
        </fieldset>
        <p class="ends" aria-hidden="true">
          <span>{words.surveyWorst}</span>
          <span>{words.surveyBest}</span>
        </p>
        {rating.value !== null && (
          <label>
            {words.surveyComment}
            <textarea name="comment" rows={2} maxLength={1_000} dir="auto" />
          </label>
        )}
        <p class="actions">
          <button type="submit" class="main" disabled={rating.value === null}>
            {words.send}
          </button>
          <button
            type="button"
            class="link"
            onClick={() => model.answerSurvey({ rating: null, comment: "" })}
          >
            {words.askSkip}
          </button>
        </p>
      </form>
    </section>
  );
}
