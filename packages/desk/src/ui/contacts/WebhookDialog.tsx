/** Where the site tells another program what happens, its secret once, and what became of each telling (F22). */
import { type SiteId, WEBHOOK_EVENTS, type WebhookSettings } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import {
  fetchWebhook,
  type HeldWebhook,
  saveWebhook,
  type WebhookOutcome,
} from "../../model/contacts-http.ts";
import { words } from "../../words/chosen-words.ts";
import { CopyButton } from "../CopyButton.tsx";
import { Dialog } from "../Dialog.tsx";
import { Field } from "../Field.tsx";
import { ListSkeleton } from "../Skeleton.tsx";
import { useAnswer } from "../use-answer.ts";
import { DeliveryLog } from "./DeliveryLog.tsx";

interface WebhookDialogProps {
  readonly site: SiteId;
  readonly onClose: () => void;
}

export function WebhookDialog({ site, onClose }: WebhookDialogProps): JSX.Element {
  const text = words.value.contacts.hook;
  const answer = useAnswer(async () => ({ held: await fetchWebhook(site) }), [site]);
  return (
    <Dialog title={text.title} lead={text.lead} onClose={onClose}>
      {answer === null ? (
        <ListSkeleton />
      ) : answer.held === null ? (
        <p class="form-error">{text.failed}</p>
      ) : (
        <WebhookForm site={site} first={answer.held} />
      )}
      <DeliveryLog site={site} />
    </Dialog>
  );
}

function WebhookForm({ site, first }: { readonly site: SiteId; readonly first: HeldWebhook }): JSX.Element {
  const text = words.value.contacts.hook;
  const [held, setHeld] = useState(first);
  const [outcome, setOutcome] = useState<WebhookOutcome | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { settings } = held;
  const problem = outcome?.state === "invalid" ? (text.problems[outcome.field] ?? text.failed) : undefined;

  function change(more: Partial<WebhookSettings>): void {
    setHeld({ ...held, settings: { ...settings, ...more } });
  }

  async function save(newSecret: boolean): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const next = await saveWebhook(site, held, newSecret);
    setIsBusy(false);
    setOutcome(next);
    if ("held" in next) setHeld(next.held);
  }

  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <Field
        label={text.url}
        name="url"
        type="url"
        value={settings.url}
        hint={text.urlHint}
        error={problem}
        maxLength={2_000}
        onInput={(url) => change({ url })}
      />
      <fieldset class="hook-events">
        <legend>{text.events}</legend>
        {WEBHOOK_EVENTS.map((event) => (
          <label key={event}>
            <input
              type="checkbox"
              checked={settings.events.includes(event)}
              onChange={(change_) =>
                change({
                  events: WEBHOOK_EVENTS.filter((each) =>
                    each === event ? change_.currentTarget.checked : settings.events.includes(each),
                  ),
                })
              }
            />
            {text.event[event]}
          </label>
        ))}
      </fieldset>
      <label class="hook-on">
        <input
          type="checkbox"
          checked={settings.isOn}
          onChange={(event) => change({ isOn: event.currentTarget.checked })}
        />
        {text.isOn}
      </label>
      {outcome?.state === "failed" && (
        <p class="form-error" role="alert">
          {text.failed}
        </p>
      )}
      {outcome?.state === "stale" && (
        <p class="form-error" role="alert">
          {words.value.contacts.stale}
        </p>
      )}
      {held.secret !== undefined && (
        <output class="hook-secret">
          {text.secretOnce} <code>{held.secret}</code> <CopyButton text={held.secret} />
        </output>
      )}
      <footer class="form-foot">
        {held.version > 0 && (
          <button type="button" class="button" disabled={isBusy} onClick={() => void save(true)}>
            {text.newSecret}
          </button>
        )}
        <button type="submit" class="button button-primary" disabled={isBusy}>
          {text.save}
        </button>
      </footer>
    </form>
  );
}
