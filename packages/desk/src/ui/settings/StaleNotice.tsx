/** Somebody else saved meanwhile: who, what they changed, and one's own edits, kept or given up. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { changeInWords } from "../../model/settings/change-words.ts";
import { words } from "../../words/chosen-words.ts";
import { momentTime } from "../../words/times.ts";
import { useDesk } from "../desk-context.ts";
import { useEditor } from "./editor-context.ts";

export function StaleNotice(): JSX.Element | null {
  const editor = useEditor();
  const now = useDesk().now;
  const heading = useRef<HTMLHeadingElement>(null);
  const outcome = editor.outcome.value;
  const isStale = outcome.state === "stale";

  useEffect(() => {
    if (isStale) heading.current?.focus();
  }, [isStale]);

  if (outcome.state !== "stale") return null;
  const all = words.value;
  const text = all.settings.stale;
  const last = outcome.theirs.history[0];
  const at = last === undefined ? "" : momentTime(last.savedAt, now.peek(), all);
  return (
    <section class="stale" aria-labelledby="stale-title">
      <h3 id="stale-title" tabIndex={-1} ref={heading}>
        {text.title(last?.savedBy ?? text.somebody, at)}
      </h3>
      <p>{text.kept}</p>
      {outcome.theirChanges.length > 0 && (
        <>
          <p class="field-label">{text.theirs}</p>
          <ul class="plain-list">
            {outcome.theirChanges.map((change) => {
              const said = changeInWords(change, all);
              return <li key={said}>{said}</li>;
            })}
          </ul>
        </>
      )}
      <div class="stale-answers">
        <button type="button" class="button button-primary" onClick={() => editor.keepMine()}>
          {text.keepMine}
        </button>
        <button type="button" class="button" onClick={() => editor.takeTheirs()}>
          {text.takeTheirs}
        </button>
      </div>
    </section>
  );
}
