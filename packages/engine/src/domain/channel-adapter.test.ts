/** What channels allow. */
import { expect, it } from "vitest";
import { CHANNEL_ADAPTERS, replyWindowEnd } from "./channel-adapter.ts";
import { Channel } from "./routing-rule.ts";

it("F14 F25 every channel says of itself what it allows: a day on WhatsApp and Messenger, no bound elsewhere", () => {
  expect(Object.keys(CHANNEL_ADAPTERS).toSorted()).toEqual([...Channel.options].toSorted());
  const ends = Channel.options.map((channel) => [channel, replyWindowEnd(channel, 1_000)]);
  const day = 86_400_000;
  expect(Object.fromEntries(ends)).toEqual({
    web: null,
    api: null,
    mail: null,
    whatsapp: 1_000 + day,
    messenger: 1_000 + day,
  });
  expect(replyWindowEnd("whatsapp", null)).toBeNull();
});
