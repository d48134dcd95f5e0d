/** Stands where figures would be that could not be read, with the way to try again. */
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { Blank } from "../Blank.tsx";
import { warningIcon } from "../icons.ts";

export function LoadFailed({ onRetry }: { readonly onRetry: () => void }): JSX.Element {
  const text = words.value;
  return (
    <Blank icon={warningIcon} title={text.reports.failed} text={text.reports.failedText}>
      <button type="button" class="button" onClick={onRetry}>
        {text.line.retry}
      </button>
    </Blank>
  );
}
