/** The kinds of other channels, what a new one begins as, and what of one is typed. */
import type { ContactChannel } from "@sophie/engine";

export type ChannelKind = ContactChannel["kind"];

export const CHANNEL_KINDS = [
  "phone",
  "whatsapp",
  "mail",
  "callback",
  "link",
] as const satisfies readonly ChannelKind[];

export function newChannel(kind: ChannelKind): ContactChannel {
  switch (kind) {
    case "phone":
    case "whatsapp":
      return { kind, number: "", label: {} };
    case "mail":
      return { kind, address: "", label: {} };
    case "link":
      return { kind, url: "https://", label: {} };
    case "callback":
      return { kind, label: {} };
  }
}

/** What a channel leads to: a number, an address; null for a callback, whose number the visitor gives. */
export function reachOf(channel: ContactChannel): string | null {
  switch (channel.kind) {
    case "phone":
    case "whatsapp":
      return channel.number;
    case "mail":
      return channel.address;
    case "link":
      return channel.url;
    case "callback":
      return null;
  }
}

/** Under which key of the settings it stands, so that what is wrong with it is shown there. */
export const REACH_KEY = {
  phone: "number",
  whatsapp: "number",
  mail: "address",
  link: "url",
  callback: "label",
} as const satisfies Readonly<Record<ChannelKind, string>>;

/** Spaces and dashes are how people write numbers; the settings hold them without. */
export function withReach(channel: ContactChannel, typed: string): ContactChannel {
  switch (channel.kind) {
    case "phone":
    case "whatsapp":
      return { ...channel, number: typed.replaceAll(/[\s().-]/g, "") };
    case "mail":
      return { ...channel, address: typed.trim() };
    case "link":
      return { ...channel, url: typed.trim() };
    case "callback":
      return channel;
  }
}
