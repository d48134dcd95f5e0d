/** Other ways to reach somebody, in the site's order: links of a known kind, and a number to be called back on (T20, T23). */
import type { ContactChannel } from "@sophie/engine";
import type { Model } from "../model/create-model.ts";
import { formValues } from "./form-values.ts";

interface ChannelsProps {
  readonly model: Model;
  readonly channels: readonly ContactChannel[];
}

export function Channels({ model, channels }: ChannelsProps) {
  const { words } = model;
  const { language } = model.snapshot.value;
  if (channels.length === 0) return null;
  return (
    <ul>
      {channels.map((channel, index) => {
        const label = channel.label[language] ?? words.channel[channel.kind];
        return (
          <li key={index}>
            {channel.kind === "callback" ? (
              <Callback model={model} label={label} />
            ) : (
              <a href={addressOf(channel)} target="_blank" rel="noopener noreferrer">
                {label}
                {channel.kind === "phone" && <bdi> {channel.number}</bdi>}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Callback({ model, label }: { readonly model: Model; readonly label: string }) {
  const { words, cards } = model;
  const number = cards.number.value;
  const isWrong = cards.isNumberWrong.value;
  if (number !== null) return <p>{words.willCall(number)}</p>;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        cards.leaveNumber(formValues(event.currentTarget)["phone"] ?? "");
      }}
    >
      <label>
        {label}
        <input
          type="tel"
          name="phone"
          autocomplete="tel"
          aria-invalid={isWrong}
          aria-describedby="wrong-number"
        />
        <span class="failed" id="wrong-number">
          {isWrong && words.wrong}
        </span>
      </label>
      <p class="actions">
        <button type="submit" class="main">
          {words.callMe}
        </button>
      </p>
    </form>
  );
}

function addressOf(channel: Exclude<ContactChannel, { kind: "callback" }>): string {
  if (channel.kind === "phone") return `tel:${channel.number}`;
  if (channel.kind === "whatsapp") return `https://wa.me/${channel.number.slice(1)}`;
  return channel.kind === "mail" ? `mailto:${channel.address}` : channel.url;
}
