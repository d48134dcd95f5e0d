/** What was told to the receiver, what became of it, and a button to tell it again. */
import type { SiteId, WebhookDelivery } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { fetchDeliveries, replayDelivery } from "../../model/contacts-http.ts";
import { words } from "../../words/chosen-words.ts";
import { momentTime } from "../../words/times.ts";
import { useDesk } from "../desk-context.ts";
import { useAnswer } from "../use-answer.ts";

export function DeliveryLog({ site }: { readonly site: SiteId }): JSX.Element {
  const text = words.value.contacts.hook;
  const desk = useDesk();
  const [looks, setLooks] = useState(0);
  const deliveries = useAnswer(async () => (await fetchDeliveries(site)) ?? [], [site, looks]);

  async function replay(id: string): Promise<void> {
    await replayDelivery(site, id);
    setLooks(looks + 1);
  }

  return (
    <section class="hook-deliveries" aria-label={text.log}>
      <h3 class="section-title">
        {text.log}
        <button type="button" class="button button-small" onClick={() => setLooks(looks + 1)}>
          {text.refresh}
        </button>
      </h3>
      {deliveries?.length === 0 && <p class="quiet">{text.logEmpty}</p>}
      <ul class="hook-log">
        {(deliveries ?? []).map((delivery) => (
          <li key={delivery.id}>
            <span>
              {text.event[delivery.event]} · {momentTime(delivery.at, desk.now.peek(), words.value)}
            </span>
            <span class="quiet">{fateOf(delivery)}</span>
            {delivery.status !== "pending" && (
              <button type="button" class="button button-small" onClick={() => void replay(delivery.id)}>
                {text.replay}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function fateOf({ status, tries, response, fault }: WebhookDelivery): string {
  const text = words.value.contacts.hook;
  return [
    text.status[status],
    ...(tries === 0 ? [] : [text.tries(tries)]),
    ...(response === null ? [] : [text.answered(response)]),
    ...(fault === null ? [] : [text.fault[fault] ?? fault]),
  ].join(" · ");
}
