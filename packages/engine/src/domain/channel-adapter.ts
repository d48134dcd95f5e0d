/** What each channel lets a site's people do, so that nobody has to know one by its name (F14, F25). */
import type { Channel } from "./routing-rule.ts";

/** One channel, as whoever answers through it has to know it. */
export interface ChannelAdapter {
  readonly channel: Channel;
  /** For how long after the visitor's last message an answer is let through, ms; null for always. */
  readonly replyWindowMs: number | null;
}

/** WhatsApp and Messenger let a business answer for a day, to the second. */
const DAY_MS = 24 * 60 * 60_000;

export const CHANNEL_ADAPTERS: Readonly<Record<Channel, ChannelAdapter>> = {
  web: { channel: "web", replyWindowMs: null },
  api: { channel: "api", replyWindowMs: null },
  mail: { channel: "mail", replyWindowMs: null },
  whatsapp: { channel: "whatsapp", replyWindowMs: DAY_MS },
  messenger: { channel: "messenger", replyWindowMs: DAY_MS },
};

/** Until when an answer is let through, epoch ms; null for always, and where the visitor has said nothing yet. */
export function replyWindowEnd(channel: Channel, lastVisitorAt: number | null): number | null {
  const { replyWindowMs } = CHANNEL_ADAPTERS[channel];
  return replyWindowMs === null || lastVisitorAt === null ? null : lastVisitorAt + replyWindowMs;
}
