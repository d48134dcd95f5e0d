/** Other ways to reach somebody, in the site's order: links of a known kind, and a number to be called back on (T20, T23). */
import { type ContactChannel, readFieldValue } from "@sophie/engine";
import { useSignal } from "@preact/signals";
import type { Model } from "../model/create-model.ts";

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
  const { words } = model;
  const left = useSignal("");
  const isWrong = useSignal(false);
  if (left.value !== "") return <p>{words.willCall(left.value)}</p>;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get("phone");
        const number = readFieldValue({ kind: "phone", pattern: null }, typeof text === "string" ? text : "");
        isWrong.value = number === null;
        if (number === null) return;
        left.value = number;
        model.leaveNumber(number);
      }}
    >
      <label>
        {label}
        <input
          type="tel"
          name="phone"
          autocomplete="tel"
          aria-invalid={isWrong.value}
          aria-describedby={isWrong.value ? "wrong-number" : undefined}
        />
        {isWrong.value && (
          <span class="failed" id="wrong-number">
            {words.wrong}
          </span>
        )}
      </label>
      <button type="submit" class="main">
        {words.callMe}
      </button>
    </form>
  );
}

function addressOf(channel: Exclude<ContactChannel, { kind: "callback" }>): string {
  if (channel.kind === "phone") return `tel:${channel.number}`;
  if (channel.kind === "whatsapp") return `https://wa.me/${channel.number.slice(1)}`;
  return channel.kind === "mail" ? `mailto:${channel.address}` : channel.url;
}
