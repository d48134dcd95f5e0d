/** The knowledge page when its list is there: the entries on one side, trying and what was not known on the other. */
import type { SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { KnowledgeCalls, UnknownQuestion } from "../../model/knowledge/knowledge-http.ts";
import type { KnowledgeEditor } from "../../model/knowledge/knowledge-editor.ts";
import { objectToLeaving } from "../../model/leaving.ts";
import { words } from "../../words/chosen-words.ts";
import { momentTime } from "../../words/times.ts";
import { useDesk } from "../desk-context.ts";
import { ConfirmLeave } from "./ConfirmLeave.tsx";
import { EntryList } from "./EntryList.tsx";
import { KnowledgeBar } from "./KnowledgeBar.tsx";
import { TryAnswer } from "./TryAnswer.tsx";
import { UnknownList } from "./UnknownList.tsx";

interface KnowledgeBodyProps {
  readonly site: SiteId;
  readonly calls: KnowledgeCalls;
  readonly editor: KnowledgeEditor;
  readonly unknown: readonly UnknownQuestion[];
}

export function KnowledgeBody({ site, calls, editor, unknown }: KnowledgeBodyProps): JSX.Element {
  const desk = useDesk();
  const text = words.value.answers;
  const [open, setOpen] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const { mayEdit, history } = editor.document.value;
  const hasChanges = editor.changes.value > 0;
  const [newest] = history;

  useEffect(() => {
    if (!hasChanges) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const allow = objectToLeaving((goOn) => setLeaving(() => goOn));
    addEventListener("beforeunload", warn);
    return () => {
      allow();
      removeEventListener("beforeunload", warn);
    };
  }, [hasChanges]);

  // Saved or discarded: nothing objects any more, and the way is free.
  useEffect(() => {
    if (hasChanges || leaving === null) return;
    setLeaving(null);
    leaving();
  }, [hasChanges, leaving]);

  function answerThis({ question, language }: UnknownQuestion): void {
    setOpen(editor.add({ question, language }));
  }

  return (
    <>
      {!mayEdit && <p class="knowledge-note">{text.readOnly}</p>}
      <div class="knowledge-columns">
        <EntryList editor={editor} site={site} open={open} onOpen={setOpen} />
        <aside class="knowledge-aside">
          <TryAnswer editor={editor} calls={calls} />
          <UnknownList unknown={unknown} editor={editor} onAnswer={mayEdit ? answerThis : null} />
          {newest !== undefined && (
            <p class="quiet">
              {text.savedBy(newest.savedBy, momentTime(newest.savedAt, desk.now.peek(), words.value))}
            </p>
          )}
        </aside>
      </div>
      {mayEdit && <KnowledgeBar editor={editor} onProblem={setOpen} />}
      {leaving !== null && <ConfirmLeave onStay={() => setLeaving(null)} onLeave={() => editor.discard()} />}
    </>
  );
}
