/** Every save: who, when, what changed, and the way back to it. */
import { DEFAULT_HANDOFF_SETTINGS } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type Change, changesBetween } from "../../model/settings/changes.ts";
import type { SettingsEditor } from "../../model/settings/editor.ts";
import type { SavedVersion } from "../../model/settings/settings-http.ts";
import { changeInWords } from "../../model/settings/change-words.ts";
import { words } from "../../words/chosen-words.ts";
import { momentTime } from "../../words/times.ts";
import { useDesk } from "../desk-context.ts";
import { useAnswer } from "../use-answer.ts";
import { useEditor } from "./editor-context.ts";
import { SettingCard } from "./SettingCard.tsx";

/** What each version changed is read when it is shown, so not all of them are at once. */
const SHOWN_FIRST = 10;

export function HistorySection(): JSX.Element {
  const editor = useEditor();
  const history = editor.history.value;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? history : history.slice(0, SHOWN_FIRST);
  const text = words.value.settings.history;
  return (
    <SettingCard title={text.title} lead={text.lead}>
      {history.length === 0 ? (
        <p class="empty-text">{text.empty}</p>
      ) : (
        <ol class="versions" reversed>
          {shown.map((saved, index) => (
            <Version
              key={saved.version}
              saved={saved}
              before={history[index + 1]?.version ?? null}
              isCurrent={saved.version === editor.saved.value.version}
            />
          ))}
        </ol>
      )}
      {shown.length < history.length && (
        <div class="add-line">
          <button type="button" class="button button-small" onClick={() => setIsWhole(true)}>
            {text.all(history.length)}
          </button>
        </div>
      )}
    </SettingCard>
  );
}

interface VersionProps {
  readonly saved: SavedVersion;
  /** The version that it was made on; null for the first. */
  readonly before: number | null;
  readonly isCurrent: boolean;
}

function Version({ saved, before, isCurrent }: VersionProps): JSX.Element {
  const editor = useEditor();
  const desk = useDesk();
  const all = words.value;
  const text = all.settings.history;
  const changes = useAnswer(() => whatChanged(editor, saved.version, before), [saved.version, before]);
  const [hasFailed, setHasFailed] = useState(false);

  async function putBack(): Promise<void> {
    const older = await editor.read(saved.version);
    setHasFailed(older === null);
    if (older !== null) editor.putBack(older);
  }

  return (
    <li class="version">
      <div class="version-text">
        <p class="version-head">
          <strong>{saved.savedBy}</strong>{" "}
          <time dateTime={new Date(saved.savedAt).toISOString()}>
            {momentTime(saved.savedAt, desk.now.peek(), all)}
          </time>
          {isCurrent && <span class="item-tag">{text.current}</span>}
        </p>
        {changes === "failed" || hasFailed ? (
          <p class="quiet">{text.unknown}</p>
        ) : (
          <ul class="plain-list">
            {(changes ?? []).map((change) => {
              const said = changeInWords(change, all);
              return <li key={said}>{said}</li>;
            })}
          </ul>
        )}
      </div>
      {!isCurrent && editor.mayEdit.value && (
        <button type="button" class="button button-small" onClick={() => void putBack()}>
          {text.putBack}
        </button>
      )}
    </li>
  );
}

async function whatChanged(
  editor: SettingsEditor,
  version: number,
  before: number | null,
): Promise<readonly Change[] | "failed"> {
  const after = await editor.read(version);
  if (after === null) return "failed";
  // Before the first save a site has what every site begins with, and the words that came with it.
  const first = { ...DEFAULT_HANDOFF_SETTINGS, triggers: after.triggers };
  const old = before === null ? first : await editor.read(before);
  return old === null ? "failed" : changesBetween(old, after);
}
