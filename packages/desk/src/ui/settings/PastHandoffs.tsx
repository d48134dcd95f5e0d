/** A handoff that happened, to try the settings on: would it go the same way now? (S15) */
import type { Handoff } from "@sophie/engine";
import type { JSX } from "preact";
import { reasonName } from "../../model/reason-name.ts";
import { words } from "../../words/chosen-words.ts";
import { momentTime } from "../../words/times.ts";
import { useDesk } from "../desk-context.ts";
import { useEditor } from "./editor-context.ts";

const SHOWN_MAX = 50;
const QUOTE_CHARS_MAX = 60;

export function PastHandoffs({
  onPick,
}: {
  readonly onPick: (handoff: Handoff) => void;
}): JSX.Element | null {
  const desk = useDesk();
  const { site, draft } = useEditor();
  const known = new Set(draft.value.triggers.map(({ name }) => name));
  const all = words.value;
  const text = all.settings.try;
  const past = [...desk.handoffs.all.value.values()]
    .filter((handoff) => handoff.site === site)
    // One that an agent began went by no rule, and a word that is gone starts none any more.
    .filter(({ trigger }) => trigger !== "takeover")
    .filter(({ trigger, triggerName }) => trigger !== "custom" || known.has(triggerName ?? ""))
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .slice(0, SHOWN_MAX);

  function saidOf(handoff: Handoff): string {
    const said = (handoff.evidence?.text ?? "").slice(0, QUOTE_CHARS_MAX);
    const parts = [reasonName(handoff, all), momentTime(handoff.createdAt, desk.now.peek(), all), said];
    return parts.filter((part) => part !== "").join(" · ");
  }

  if (past.length === 0) return null;
  return (
    <select
      class="input select"
      aria-label={text.past}
      value=""
      onChange={(event) => {
        const picked = past.find(({ id }) => id === event.currentTarget.value);
        event.currentTarget.value = "";
        if (picked !== undefined) onPick(picked);
      }}
    >
      <option value="">{text.past}</option>
      {past.map((handoff) => (
        <option key={handoff.id} value={handoff.id}>
          {saidOf(handoff)}
        </option>
      ))}
    </select>
  );
}
