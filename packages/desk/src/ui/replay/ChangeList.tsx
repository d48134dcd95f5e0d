/** What one entry did to the state, leaf by leaf, in the names that the code and a bug report use. */
import type { Leaf, ReplayChange } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";

export function ChangeList({ changes }: { readonly changes: readonly ReplayChange[] }): JSX.Element {
  const text = words.value.replay;
  return (
    <>
      <h2 class="section-title section-title-line">{text.changes}</h2>
      {changes.length === 0 ? (
        <p class="quiet">{text.noChanges}</p>
      ) : (
        <ul class="replay-changes">
          {changes.map(({ what, from, to }) => (
            <li key={what}>
              <code>{what}</code>
              <span class="replay-change-values">
                {from !== null && (
                  <>
                    <del>{leafText(what, from)}</del>
                    <span aria-hidden="true"> → </span>
                  </>
                )}
                {to === null ? "–" : <ins>{leafText(what, to)}</ins>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Moments as others quote them too: in UTC. */
function leafText(what: string, leaf: Leaf): string {
  const isMoment = typeof leaf === "number" && /(?:At|^timers\..*)$/.test(what);
  return isMoment ? new Date(leaf).toISOString() : String(leaf);
}
