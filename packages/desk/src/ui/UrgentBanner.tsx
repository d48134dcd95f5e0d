/** Pinned above the queue: the urgent handoff that nobody has claimed yet, with the next step as its button (H83). */
import type { Handoff, HandoffId } from "@sophie/engine";
import type { JSX } from "preact";
import { offeredMoves } from "../model/offered-moves.ts";
import { reasonName } from "../model/reason-name.ts";
import { words } from "../words/chosen-words.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { DueTime } from "./DueTime.tsx";
import { Icon } from "./Icon.tsx";
import { flameIcon } from "./icons.ts";

interface UrgentBannerProps {
  readonly onOpen: (id: HandoffId) => void;
  readonly onStart: (handoff: Handoff) => void;
}

export function UrgentBanner({ onOpen, onStart }: UrgentBannerProps): JSX.Element | null {
  const desk = useDesk();
  const me = useMe();
  const text = words.value;
  const unclaimed = desk.alarm.unclaimed.value;
  const [first] = unclaimed;
  if (first === undefined) return null;
  const isOffline = desk.line.value.state !== "online";
  const isHeld = isOffline || desk.moves.busy.value.has(first.id);
  const others = unclaimed.length - 1;
  return (
    <section class="urgent" aria-label={text.urgent.title}>
      <Icon node={flameIcon} />
      <div class="urgent-text">
        <p class="urgent-title">{text.urgent.title}</p>
        <p class="urgent-what">
          <button type="button" class="link" onClick={() => onOpen(first.id)}>
            {reasonName(first, text)}
          </button>
          <DueTime handoff={first} />
          {others > 0 && <span>{text.urgent.others(others)}</span>}
        </p>
      </div>
      {offeredMoves(first, me).primary === "start" && (
        <button
          type="button"
          class="button button-primary button-small"
          aria-label={text.urgent.start(text.panel.action.start, reasonName(first, text))}
          aria-disabled={isHeld}
          title={isOffline ? text.panel.offlineMove : undefined}
          onClick={() => !isHeld && onStart(first)}
        >
          {text.panel.action.start}
        </button>
      )}
    </section>
  );
}
