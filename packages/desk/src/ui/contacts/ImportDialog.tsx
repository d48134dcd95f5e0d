/** Contacts from a CSV file: first what would happen, row by row where something is wrong, and only then for good. */
import type { SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { importFile, type ImportReport } from "../../model/contacts-http.ts";
import { words } from "../../words/chosen-words.ts";
import { Dialog } from "../Dialog.tsx";

const FILE_BYTES_MAX = 8 * 1024 * 1024;
const FAULTS_SHOWN = 20;

type Step =
  | { readonly step: "choose"; readonly trouble: "failed" | "tooLarge" | null }
  | { readonly step: "busy" }
  | { readonly step: "preview"; readonly text: string; readonly report: ImportReport }
  | { readonly step: "done"; readonly report: ImportReport };

interface ImportDialogProps {
  readonly site: SiteId;
  readonly onClose: () => void;
}

export function ImportDialog({ site, onClose }: ImportDialogProps): JSX.Element {
  const text = words.value.contacts.file;
  const [known, setKnown] = useState<"skip" | "fill">("skip");
  const [at, setAt] = useState<Step>({ step: "choose", trouble: null });

  async function look(file: File): Promise<void> {
    if (file.size > FILE_BYTES_MAX) return setAt({ step: "choose", trouble: "tooLarge" });
    setAt({ step: "busy" });
    const content = await file.text();
    // As if it were for good with everything, so that both answers are known.
    const report = await importFile(site, content, "fill", false);
    setAt(
      report === null ? { step: "choose", trouble: "failed" } : { step: "preview", text: content, report },
    );
  }

  async function run(content: string): Promise<void> {
    setAt({ step: "busy" });
    const report = await importFile(site, content, known, true);
    setAt(report === null ? { step: "choose", trouble: "failed" } : { step: "done", report });
  }

  return (
    <Dialog title={text.title} lead={text.lead} onClose={onClose}>
      <div class="form">
        {at.step === "choose" && (
          <label class="field">
            {text.choose}
            <input
              class="input"
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file !== undefined) void look(file);
              }}
            />
          </label>
        )}
        {at.step === "choose" && at.trouble !== null && (
          <p class="form-error" role="alert">
            {text[at.trouble]}
          </p>
        )}
        {at.step === "busy" && <output>{text.reading}</output>}
        {at.step === "preview" && (
          <Preview report={at.report} known={known} onKnown={setKnown} onRun={() => void run(at.text)} />
        )}
        {at.step === "done" && (
          <>
            <output>{text.done(at.report.fresh, at.report.filled)}</output>
            <footer class="form-foot">
              <button type="button" class="button button-primary" onClick={onClose}>
                {text.close}
              </button>
            </footer>
          </>
        )}
      </div>
    </Dialog>
  );
}

interface PreviewProps {
  readonly report: ImportReport;
  readonly known: "skip" | "fill";
  readonly onKnown: (known: "skip" | "fill") => void;
  readonly onRun: () => void;
}

function Preview({ report, known, onKnown, onRun }: PreviewProps): JSX.Element {
  const text = words.value.contacts.file;
  const count = report.fresh + (known === "fill" ? report.filled : 0);
  const more = report.wrong - Math.min(report.faults.length, FAULTS_SHOWN);
  return (
    <>
      <output>{text.preview(report.fresh, report.known, report.wrong)}</output>
      {report.known > 0 && (
        <fieldset class="import-known">
          <legend>{text.same}</legend>
          {(["skip", "fill"] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="known" checked={known === each} onChange={() => onKnown(each)} />
              {each === "skip" ? text.skip : text.update}
            </label>
          ))}
        </fieldset>
      )}
      {report.wrong > 0 && (
        <ul class="import-faults">
          {report.faults.slice(0, FAULTS_SHOWN).map(({ line, fault }) => (
            <li key={line}>
              {text.row(line)}: {text.faults[fault] ?? fault}
            </li>
          ))}
          {more > 0 && <li>{text.more(more)}</li>}
        </ul>
      )}
      <footer class="form-foot">
        {count === 0 ? (
          <p>{text.nothing}</p>
        ) : (
          <button type="button" class="button button-primary" onClick={onRun}>
            {text.run(count)}
          </button>
        )}
      </footer>
    </>
  );
}
