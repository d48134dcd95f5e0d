/** Tries a visitor's question: whether Sophie calls a person, what she answers, and how sure she is. */
import { answerTextOf, type KnowledgeMatch, type Language, LANGUAGES, SURE_MIN } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { KnowledgeCalls, Trial } from "../../model/knowledge/knowledge-http.ts";
import type { KnowledgeEditor } from "../../model/knowledge/knowledge-editor.ts";
import { percentOf } from "../../model/percent.ts";
import { words } from "../../words/chosen-words.ts";
import { Field } from "../Field.tsx";

interface TryAnswerProps {
  readonly editor: KnowledgeEditor;
  readonly calls: Pick<KnowledgeCalls, "tryOut">;
}

interface Tried {
  readonly signal: Trial["signal"];
  readonly best: KnowledgeMatch | null;
}

export function TryAnswer({ editor, calls }: TryAnswerProps): JSX.Element {
  const text = words.value.answers;
  const [question, setQuestion] = useState("");
  const [language, setLanguage] = useState<Language>(editor.document.peek().language);
  const [tried, setTried] = useState<Tried | null>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (question.trim() === "") return;
    const best = editor.search({ text: question, language }, 1)[0] ?? null;
    setTried({ signal: await calls.tryOut(question), best });
  }

  return (
    <section class="card" aria-labelledby="try-title">
      <h2 id="try-title" class="card-title">
        {text.tryTitle}
      </h2>
      <p class="quiet">{text.tryHint}</p>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <Field
          label={text.tryField}
          name="try"
          value={question}
          lang={language}
          maxLength={4_000}
          onInput={(next) => {
            setQuestion(next);
            setTried(null);
          }}
        />
        <div class="try-row">
          <select
            class="input select"
            aria-label={text.language}
            value={language}
            onChange={(event) => {
              const chosen = LANGUAGES.find((each) => each === event.currentTarget.value);
              if (chosen !== undefined) setLanguage(chosen);
            }}
          >
            {LANGUAGES.map((each) => (
              <option key={each} value={each}>
                {text.languages[each]}
              </option>
            ))}
          </select>
          <button type="submit" class="button">
            {text.trySubmit}
          </button>
        </div>
      </form>
      <output class="tried">{tried !== null && <Outcome tried={tried} />}</output>
    </section>
  );
}

function Outcome({ tried: { signal, best } }: { readonly tried: Tried }): JSX.Element {
  const { answers: text, trigger } = words.value;
  if (signal !== null) {
    return (
      <p>
        {text.tryPerson} <strong>{trigger[signal.type]}</strong>{" "}
        <span class="quiet">{text.sure(percentOf(signal.confidence))}</span>
      </p>
    );
  }
  if (best === null) return <p>{text.tryNothing}</p>;
  const isSure = best.sure >= SURE_MIN;
  return (
    <>
      <p>
        {isSure ? text.tryAnswers : text.tryNearly}{" "}
        <span class="quiet">{text.sure(percentOf(best.sure))}</span>
      </p>
      <blockquote class={isSure ? "tried-answer" : "tried-answer tried-nearly"}>
        <span class="tried-question">{best.entry.question}</span>
        {isSure && answerTextOf(best.entry)}
      </blockquote>
    </>
  );
}
