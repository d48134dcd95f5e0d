/** Takes a list in from a file, and gives it out as one. What is taken in holds only once it is saved. */
import type { SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { readFile, writeCsv, writeJson } from "../../model/knowledge/knowledge-file.ts";
import type { KnowledgeEditor } from "../../model/knowledge/knowledge-editor.ts";
import { words } from "../../words/chosen-words.ts";

interface FileMenuProps {
  readonly editor: KnowledgeEditor;
  readonly site: SiteId;
}

export function FileMenu({ editor, site }: FileMenuProps): JSX.Element {
  const text = words.value.answers;
  const chooser = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<string | null>(null);
  const { mayEdit, language } = editor.document.value;

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const newId = () => crypto.randomUUID().slice(0, 8);
    const entries = readFile(await file.text(), { language, newId });
    if (entries !== null) editor.take(entries);
    setTold(entries === null ? text.importFailed : text.imported(entries.length));
  }

  return (
    <div class="knowledge-files">
      {mayEdit && (
        <>
          <input
            ref={chooser}
            class="hidden"
            type="file"
            accept=".csv,.json,text/csv,application/json"
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = "";
              void take(file);
            }}
          />
          <button type="button" class="button button-small" onClick={() => chooser.current?.click()}>
            {text.import}
          </button>
        </>
      )}
      <button
        type="button"
        class="button button-small"
        onClick={() => download(`sophie-${site}.csv`, "text/csv", `\ufeff${writeCsv(editor.entries.peek())}`)}
      >
        {text.exportCsv}
      </button>
      <button
        type="button"
        class="button button-small"
        onClick={() => download(`sophie-${site}.json`, "application/json", writeJson(editor.entries.peek()))}
      >
        {text.exportJson}
      </button>
      <output class="knowledge-told">{told}</output>
    </div>
  );
}

function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
