/** Above the queue, for supervisors: what the last working day left lying, one press from each of them (H82). */
import type { HandoffId } from "@sophie/engine";
import { may } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { askLeftOver, type LeftOver } from "../model/digest.ts";
import { reasonName } from "../model/reason-name.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk, useMe } from "./desk-context.ts";

/** A closing is news for as long as anybody needs to read it. */
const LOOK_EVERY_MS = 10 * 60_000;

export function DigestNotice({ onOpen }: { readonly onOpen: (id: HandoffId) => void }): JSX.Element | null {
  const desk = useDesk();
  const text = words.value;
  const [left, setLeft] = useState<LeftOver | null>(null);
  const [hiddenAt, setHiddenAt] = useState<number | null>(null);
  const manages = may(useMe().role, "handoffs.manage");
  const look = Math.floor(desk.now.value / LOOK_EVERY_MS);
  const sites = desk.sites.value;

  useEffect(() => {
    if (!manages) return;
    let isWanted = true;
    void askLeftOver(sites.map(({ id }) => id)).then((told) => isWanted && setLeft(told));
    return () => {
      isWanted = false;
    };
  }, [manages, look, sites]);

  if (left === null || hiddenAt === left.closedAt) return null;
  const known = desk.handoffs.all.value;
  const handoffs = left.handoffs.flatMap((id) => known.get(id) ?? []);
  if (handoffs.length === 0) return null;
  return (
    <details class="digest">
      <summary class="digest-title">
        <span>{text.sla.digest.title(handoffs.length, momentTime(left.closedAt, desk.now.value, text))}</span>
        <span class="digest-show">{text.sla.digest.show}</span>
      </summary>
      <ul class="digest-list">
        {handoffs.map((handoff) => (
          <li key={handoff.id}>
            <button type="button" class="digest-row" onClick={() => onOpen(handoff.id)}>
              {reasonName(handoff, text)}
              <span class="digest-said quiet">{handoff.summary.lines.at(-1)?.text}</span>
              <span class="quiet">{text.status[handoff.status]}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button button-small" onClick={() => setHiddenAt(left.closedAt)}>
        {text.sla.digest.hide}
      </button>
    </details>
  );
}
