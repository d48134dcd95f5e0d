/** What is not saved yet, and the way to save it; what stands in the way of that. */
import type { JSX } from "preact";
import type { KnowledgeEditor } from "../../model/knowledge/knowledge-editor.ts";
import type { KnowledgeProblem } from "../../model/knowledge/knowledge-http.ts";
import { words } from "../../words/chosen-words.ts";

interface KnowledgeBarProps {
  readonly editor: KnowledgeEditor;
  /** Leads to the entry that a problem is about. */
  readonly onProblem: (id: string) => void;
}

export function KnowledgeBar({ editor, onProblem }: KnowledgeBarProps): JSX.Element | null {
  const text = words.value.answers;
  const count = editor.changes.value;
  const state = editor.save.value;
  if (count === 0 && state.state === "idle") return null;
  return (
    <footer class="knowledge-bar">
      {state.state === "invalid" && (
        <div class="knowledge-problems" role="alert">
          <p>{text.problems}</p>
          <ul>
            {state.problems.slice(0, 5).map((problem) => (
              <li key={problem.path}>
                <Problem problem={problem} editor={editor} onProblem={onProblem} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {state.state === "stale" && (
        <p class="knowledge-problems" role="alert">
          {text.stale}{" "}
          <button type="button" class="link" onClick={() => editor.takeTheirs()}>
            {text.takeTheirs}
          </button>
        </p>
      )}
      {state.state === "failed" && (
        <p class="knowledge-problems" role="alert">
          {text.failed}
        </p>
      )}
      <output class="knowledge-standing">
        {state.state === "saved" && count === 0 ? text.saved : text.changes(count)}
      </output>
      {count > 0 && (
        <>
          <button type="button" class="button button-bare" onClick={() => editor.discard()}>
            {text.discard}
          </button>
          <button
            type="button"
            class="button button-primary"
            aria-disabled={state.state === "saving"}
            onClick={() => state.state !== "saving" && void editor.submit()}
          >
            {state.state === "saving" ? text.saving : text.save}
          </button>
        </>
      )}
    </footer>
  );
}

function Problem({
  problem: { path, code, sentence },
  editor,
  onProblem,
}: KnowledgeBarProps & { readonly problem: KnowledgeProblem }): JSX.Element {
  const said = words.value.answers.problem[code] ?? words.value.settings.problem({ path, code, sentence });
  const entry = editor.entries.value[Number(path.split(".")[1] ?? Number.NaN)];
  if (entry === undefined) return <>{said}</>;
  return (
    <button type="button" class="link" onClick={() => onProblem(entry.id)}>
      {entry.question || words.value.answers.newEntry}: {said}
    </button>
  );
}
