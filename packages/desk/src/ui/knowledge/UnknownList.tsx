/** What visitors asked and Sophie did not know: each is one press away from being answered. */
import { SURE_MIN } from "@sophie/engine";
import type { JSX } from "preact";
import type { UnknownQuestion } from "../../model/knowledge/knowledge-http.ts";
import type { KnowledgeEditor } from "../../model/knowledge/knowledge-editor.ts";
import { words } from "../../words/chosen-words.ts";
import { ShortList } from "../ShortList.tsx";

const SHOWN = 8;

interface UnknownListProps {
  readonly unknown: readonly UnknownQuestion[];
  readonly editor: KnowledgeEditor;
  /** Null for somebody who may not answer. */
  readonly onAnswer: ((question: UnknownQuestion) => void) | null;
}

export function UnknownList({ unknown, editor, onAnswer }: UnknownListProps): JSX.Element {
  const text = words.value.answers;
  const left = unknown.filter(
    ({ question, language }) => (editor.search({ text: question, language }, 1)[0]?.sure ?? 0) < SURE_MIN,
  );
  return (
    <section class="card" aria-labelledby="unknown-title">
      <h2 id="unknown-title" class="card-title">
        {text.unknownTitle}
      </h2>
      <p class="quiet">{left.length === 0 ? text.unknownNone : text.unknownHint}</p>
      {left.length > 0 && (
        <ShortList class="unknown" count={SHOWN} all={text.count(left.length, left.length)}>
          {left.map((each) => (
            <li key={`${each.language} ${each.question}`} class="unknown-row">
              <span class="unknown-times">{text.asked(each.asked)}</span>
              <span class="unknown-question" lang={each.language}>
                {each.question}
              </span>
              {onAnswer !== null && (
                <button type="button" class="button button-small" onClick={() => onAnswer(each)}>
                  {text.answerThis}
                  <span class="hidden">: {each.question}</span>
                </button>
              )}
            </li>
          ))}
        </ShortList>
      )}
    </section>
  );
}
