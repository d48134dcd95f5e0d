/** One thing said: the visitor's in a bubble with how far it came, everybody else's on the surface under a name. */
import { speakerName } from "../model/announcements.ts";
import type { Model } from "../model/create-model.ts";
import type { Row } from "../model/rows.ts";
import { clockTime } from "./clock-time.ts";
import { Icon } from "./Icon.tsx";
import { Linked } from "./Linked.tsx";

type MessageRowProps = { readonly model: Model; readonly row: Extract<Row, { kind: "message" }> };

export function MessageRow({ model, row }: MessageRowProps) {
  const { author, text, at } = row.message;
  const isOwn = author.kind === "visitor";
  const name = speakerName(author, model.words);
  const time = <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>;
  return (
    <div class={`message ${isOwn ? "own" : author.kind}${row.startsTurn ? " turn" : ""}`}>
      {row.startsTurn && (
        <p class={isOwn ? "hush" : "name"}>
          {author.kind === "agent" && <Icon name="person" />}
          <strong>{name}</strong> {!isOwn && time}
        </p>
      )}
      <p class="text">
        <Linked text={text} />
      </p>
      {row.isLast && <FeedbackLine model={model} row={row} />}
      {row.showsDelivery && <DeliveryLine model={model} row={row} time={time} />}
    </div>
  );
}

function DeliveryLine({ model, row, time }: MessageRowProps & { readonly time: preact.JSX.Element }) {
  const { words } = model;
  const { id, delivery } = row.message;
  if (delivery === null) return null;
  if (delivery.state !== "failed") {
    return (
      <p class="delivery">
        {time} · {words.delivery[delivery.state]}
      </p>
    );
  }
  const isTooLong = delivery.reason === "text_too_long";
  return (
    <p class="delivery failed">
      {isTooLong ? words.tooLong : words.delivery.failed}
      {!isTooLong && (
        <button type="button" class="link" onClick={() => model.retry(id)}>
          {words.retry}
        </button>
      )}
    </p>
  );
}

/** Whether the newest answer helped: two buttons, and a thank-you. */
function FeedbackLine({ model, row }: MessageRowProps) {
  const { words } = model;
  const { id, feedback } = row.message;
  if (feedback === "helpful") return <p class="delivery">{words.thanks}</p>;
  if (feedback !== "asked" || model.snapshot.value.control !== "bot") return null;
  return (
    <p class="delivery">
      {words.wasHelpful}
      {[true, false].map((helpful) => (
        <button
          type="button"
          class="link"
          key={`${helpful}`}
          aria-label={`${words.wasHelpful} ${helpful ? words.yes : words.no}`}
          onClick={() => model.giveFeedback(id, helpful)}
        >
          {helpful ? words.yes : words.no}
        </button>
      ))}
    </p>
  );
}
