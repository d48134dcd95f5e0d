/** Everything that Sophie knows, found by its words; one entry at a time is open. */
import type { KnowledgeEntry, SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { KnowledgeEditor } from "../../model/knowledge/knowledge-editor.ts";
import { words } from "../../words/chosen-words.ts";
import { Blank } from "../Blank.tsx";
import { Icon } from "../Icon.tsx";
import { addIcon, knowledgeIcon } from "../icons.ts";
import { SearchField } from "../SearchField.tsx";
import { EntryForm } from "./EntryForm.tsx";
import { FileMenu } from "./FileMenu.tsx";

/** More are found by searching: nobody reads two thousand. */
const SHOWN_MAX = 200;

interface EntryListProps {
  readonly editor: KnowledgeEditor;
  readonly site: SiteId;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}

export function EntryList({ editor, site, open, onOpen }: EntryListProps): JSX.Element {
  const [wanted, setWanted] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const text = words.value.answers;
  const entries = editor.entries.value;
  const { mayEdit } = editor.document.value;
  const found = entries.filter((entry) => entry.id === open || holds(entry, wanted));

  return (
    <section class="knowledge-list" aria-label={text.title}>
      <div class="knowledge-tools">
        <SearchField value={wanted} onInput={setWanted} field={field} label={text.search} />
        {mayEdit && (
          <button type="button" class="button button-primary" onClick={() => onOpen(editor.add())}>
            <Icon node={addIcon} />
            {text.add}
          </button>
        )}
        <FileMenu editor={editor} site={site} />
      </div>
      {entries.length === 0 ? (
        <Blank icon={knowledgeIcon} title={text.emptyTitle} text={text.emptyText} />
      ) : (
        <>
          <p class="quiet knowledge-count" aria-live="polite">
            {text.count(found.length, entries.length)}
          </p>
          {found.length === 0 && <p class="quiet">{text.noneFound}</p>}
          <ul class="known">
            {found.slice(0, SHOWN_MAX).map((entry) => (
              <li key={entry.id} class={entry.id === open ? "known-entry known-open" : "known-entry"}>
                {entry.id === open ? (
                  <EntryForm editor={editor} entry={entry} onDone={() => onOpen(null)} />
                ) : (
                  <button type="button" class="known-row" onClick={() => onOpen(entry.id)}>
                    <span class="known-question">{entry.question || text.newEntry}</span>
                    <span class="known-language">{entry.language}</span>
                    <span class="known-answer">{entry.answer}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function holds({ question, variants, answer }: KnowledgeEntry, wanted: string): boolean {
  const all = [question, ...variants, answer].join("\n").toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
