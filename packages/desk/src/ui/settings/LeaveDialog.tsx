/** Asks what becomes of unsaved changes before they are left (S8). */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { objectToLeaving } from "../../model/leaving.ts";
import { isEdited } from "../../model/settings/editor.ts";
import { words } from "../../words/chosen-words.ts";
import { Dialog } from "../Dialog.tsx";
import { useEditor } from "./editor-context.ts";

interface Wish {
  /** Where they were going. */
  readonly goOn: () => void;
}

export function LeaveDialog(): JSX.Element | null {
  const editor = useEditor();
  const text = words.value.settings.leave;
  const edited = isEdited(editor);
  const [wish, setWish] = useState<Wish | null>(null);

  useEffect(() => {
    if (!edited) return;
    function onUnload(event: BeforeUnloadEvent): void {
      event.preventDefault();
    }
    addEventListener("beforeunload", onUnload);
    const release = objectToLeaving((goOn) => setWish({ goOn }));
    return () => {
      removeEventListener("beforeunload", onUnload);
      release();
    };
  }, [edited]);

  // Saved or discarded: the objection is gone by now, and the way is free.
  useEffect(() => {
    if (edited || wish === null) return;
    setWish(null);
    wish.goOn();
  }, [edited, wish]);

  async function save(): Promise<void> {
    // What cannot be saved needs the page, not the dialog.
    if (!(await editor.save())) setWish(null);
  }

  if (wish === null) return null;
  return (
    <Dialog
      title={text.title}
      lead={text.lead(Math.max(1, editor.changes.value.length))}
      onClose={() => setWish(null)}
    >
      <footer class="form-foot leave-answers">
        <button type="button" class="button" onClick={() => setWish(null)}>
          {text.stay}
        </button>
        <button type="button" class="button" onClick={() => editor.discard()}>
          {text.discard}
        </button>
        <button
          type="button"
          class="button button-primary"
          onClick={() => {
            void save();
          }}
        >
          {text.save}
        </button>
      </footer>
    </Dialog>
  );
}
