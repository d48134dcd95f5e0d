/** Who else has a conversation open, small and in passing: portraits with their names, and whether somebody writes. */
import type { ConversationId } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { Portrait } from "./Portrait.tsx";

const SHOWN_MAX = 3;

interface OnlookerPortraitsProps {
  readonly conversation: ConversationId;
  /** Names are drawn, and changes are announced: for the one conversation that is open. */
  readonly isAnnounced?: boolean;
}

export function OnlookerPortraits({
  conversation,
  isAnnounced = false,
}: OnlookerPortraitsProps): JSX.Element | null {
  const { together } = words.value;
  // Who writes comes first: that is what one must know.
  const there = useDesk()
    .onlookers.of(conversation)
    .toSorted((a, b) => Number(b.isWriting) - Number(a.isWriting));
  const shown = there.slice(0, SHOWN_MAX);
  const rest = there.length - shown.length;
  const nameOf = ({ name, isWriting }: (typeof there)[number]) =>
    isWriting ? together.writes(name) : together.looksOn(name);
  const told = together.onlookers(
    there.filter(({ isWriting }) => !isWriting).map(({ name }) => name),
    there.filter(({ isWriting }) => isWriting).map(({ name }) => name),
  );
  if (there.length === 0 && !isAnnounced) return null;
  return (
    <span class="onlookers">
      {isAnnounced ? <output class="hidden">{told}</output> : <span class="hidden">{told}</span>}
      {shown.map((one) => (
        <span
          key={one.id}
          class={one.isWriting ? "onlooker onlooker-writing" : "onlooker"}
          title={nameOf(one)}
          aria-hidden="true"
        >
          <Portrait author={{ kind: "agent", id: one.id, name: one.name }} />
          {isAnnounced && shown.length === 1 && <span class="onlooker-name">{nameOf(one)}</span>}
        </span>
      ))}
      {rest > 0 && (
        <span class="onlooker-more" title={together.more(rest)} aria-hidden="true">
          +{rest}
        </span>
      )}
    </span>
  );
}
