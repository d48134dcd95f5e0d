/** One conversation in the list: the last thing said, who has it, and since when it is quiet. */
import type { Author } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk } from "./desk-context.ts";
import { rowElementId } from "./HandoffRow.tsx";
import { Portrait } from "./Portrait.tsx";
import type { LiveConversation } from "../model/live-conversations.ts";

interface ConversationRowProps {
  readonly live: LiveConversation;
  readonly isOpened: boolean;
  /** Only one row of the page takes part in its tab order. */
  readonly isInTabOrder: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
}

export function ConversationRow({
  live,
  isOpened,
  isInTabOrder,
  onOpen,
  onFocus,
}: ConversationRowProps): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const name = live.speaker === null ? text.live.control[live.control] : live.speaker.name;
  return (
    <button
      type="button"
      id={rowElementId(live.id)}
      class="row row-live"
      aria-current={isOpened ? "true" : undefined}
      tabIndex={isInTabOrder ? 0 : -1}
      onClick={onOpen}
      onFocus={onFocus}
    >
      <Portrait author={portraitOf(live)} />
      <span class="row-body">
        <span class="row-line">
          <span class="row-quote row-quote-strong">
            {live.preview === "" ? text.live.noText : live.preview}
          </span>
          <span class="due">{momentTime(live.at, desk.now.value, text)}</span>
        </span>
        <span class="row-line row-line-quiet">
          <span class="row-name">{name}</span>
          <span class="row-site">{text.language[live.language]}</span>
        </span>
      </span>
    </button>
  );
}

/** Whoever speaks; while nobody does, the visitor who waits. */
function portraitOf(live: LiveConversation): Author {
  if (live.speaker !== null) return { kind: "agent", ...live.speaker };
  return live.control === "bot" || live.control === "survey" ? { kind: "bot" } : { kind: "visitor" };
}
