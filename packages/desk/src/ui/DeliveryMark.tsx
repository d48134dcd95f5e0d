/** How far what the agent wrote has come, in a word; what failed can be sent again (promise Q4). */
import type { Delivery } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { Icon } from "./Icon.tsx";
import { checkIcon, checksIcon, clockIcon, warningIcon } from "./icons.ts";

interface DeliveryMarkProps {
  readonly delivery: Delivery;
  readonly onRetry: () => void;
}

export function DeliveryMark({ delivery, onRetry }: DeliveryMarkProps): JSX.Element {
  const text = words.value;
  if (delivery.state === "failed") {
    return (
      <p class="delivery delivery-failed" role="alert">
        <Icon node={warningIcon} />
        {text.talk.failed(text.refusal[delivery.reason])}
        <button type="button" class="button button-small" onClick={onRetry}>
          {text.talk.retry}
        </button>
      </p>
    );
  }
  const icon = { sending: clockIcon, sent: checkIcon, delivered: checksIcon, read: checksIcon }[
    delivery.state
  ];
  return (
    <p class={`delivery delivery-${delivery.state}`}>
      <Icon node={icon} />
      {text.talk[delivery.state]}
    </p>
  );
}
