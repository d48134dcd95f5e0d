/** The two figures at the head of the queue (H7, H8): how many wait, and how many are urgent. */
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";

export function Tiles(): JSX.Element {
  const { waiting, urgent, high } = useDesk().counts.value;
  const text = words.value.queue;
  return (
    <dl class="tiles">
      <div class="tile">
        <dt>{text.waiting}</dt>
        <dd>{waiting}</dd>
      </div>
      <div class={urgent > 0 ? "tile tile-urgent" : "tile"} title={text.urgentHint(high)}>
        <dt>{text.urgent}</dt>
        <dd>{urgent}</dd>
      </div>
    </dl>
  );
}
