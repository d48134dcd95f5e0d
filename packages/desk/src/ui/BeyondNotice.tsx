/** Above the queue: that it is longer than a desk can take, and what is left out of it. */
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { warningIcon } from "./icons.ts";

export function BeyondNotice(): JSX.Element | null {
  const desk = useDesk();
  const beyond = desk.beyond.value;
  if (beyond === 0) return null;
  return (
    <output class="callout callout-queue">
      <Icon node={warningIcon} />
      <span>{words.value.queue.beyond(desk.handoffs.open.value.length, beyond)}</span>
    </output>
  );
}
