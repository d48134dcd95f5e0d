/** What is not saved yet, and the two ways to deal with it; and after saving, from when it holds (S1, S8). */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { changeInWords } from "../../model/settings/change-words.ts";
import { isEdited } from "../../model/settings/editor.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { checkIcon, warningIcon } from "../icons.ts";
import { useEditor } from "./editor-context.ts";

export function SaveBar(): JSX.Element | null {
  const editor = useEditor();
  const text = words.value.settings.bar;
  const outcome = editor.outcome.value;
  const [isListed, setIsListed] = useState(false);
  const changes = editor.changes.value;
  const edited = isEdited(editor);
  const isBusy = outcome.state === "saving";
  const isSaved = outcome.state === "saved" && !edited;

  return (
    <div class={edited || isSaved ? "save-bar" : "save-bar save-bar-empty"}>
      <output class="save-status">
        {isSaved && (
          <p class="save-saved">
            <Icon node={checkIcon} /> {text.saved}
          </p>
        )}
        {isSaved &&
          outcome.warnings.map((warning) => (
            <p key={warning.path} class="warning-text">
              <Icon node={warningIcon} />
              {words.value.settings.problem(warning)}
            </p>
          ))}
        {outcome.state === "failed" && (
          <p class="save-failed">
            <Icon node={warningIcon} />
            {words.value.settings.failed[outcome.why]}
          </p>
        )}
        {edited && outcome.state !== "failed" && (
          <p class="save-count">{text.unsaved(Math.max(1, changes.length))}</p>
        )}
      </output>
      {edited && (
        <div class="save-buttons">
          <button
            type="button"
            class="button button-bare"
            aria-expanded={isListed}
            onClick={() => setIsListed(!isListed)}
          >
            {isListed ? text.hide : text.show}
          </button>
          <button type="button" class="button" disabled={isBusy} onClick={() => editor.discard()}>
            {text.discard}
          </button>
          <button
            type="button"
            class="button button-primary"
            disabled={isBusy || !editor.mayEdit.value}
            onClick={() => void editor.save()}
          >
            {isBusy ? words.value.sign.busy : text.save}
          </button>
        </div>
      )}
      {edited && isListed && (
        <ul class="save-list plain-list">
          {changes.map((change) => {
            const said = changeInWords(change, words.value);
            return <li key={said}>{said}</li>;
          })}
        </ul>
      )}
    </div>
  );
}
