/** `npm start`: a detector of one's own finds what the built-in one does not, and the server has the last word. */
import assert from "node:assert/strict";
import { createSession, type Detector, wordsOf } from "@sophie/engine";
import { detector as builtIn } from "@sophie/engine/detector";
import { aSite, MemoryServer, MemorySession, settle, SocketPair, VirtualClock } from "@sophie/engine/testing";
import { houseStyle } from "./house-style.ts";

const ASKED = "Hoe laat begint het koffie-uurtje?";

assert.deepEqual(builtIn.detect(ASKED).signals, [], "Nobody outside this site would know.");
const [signal] = houseStyle.detect(ASKED).signals;
assert.equal(signal?.type, "demo_request");
assert.equal(ASKED.slice(signal?.spans[0]?.start, signal?.spans[0]?.end), "koffie-uurtje");
assert.equal(
  houseStyle.detect("Kan ik het huis bezichtigen?").signals[0]?.type,
  "demo_request",
  "And all the rest.",
);

/** The visitor's page with the site's own detector, on a server with this one. */
async function ask(onServer: Detector) {
  const clock = new VirtualClock();
  const pair = new SocketPair();
  const server = new MemoryServer(pair, { clock, detector: onServer });
  let ids = 0;
  const session = createSession(
    { site: aSite(), language: "nl", words: wordsOf("nl") },
    {
      openSocket: pair.openSocket,
      clock,
      random: () => 0.5,
      newId: () => `id-${(ids += 1)}`,
      saved: new MemorySession(),
      detector: async () => houseStyle,
      answer: async () => null,
    },
  );
  session.say(ASKED);
  await settle(pair);
  const { control, quickReplies } = session.snapshot;
  session.close();
  return { control, quickReplies, handoffs: server.handoffs.map(({ trigger }) => trigger) };
}

const agreed = await ask(houseStyle);
assert.equal(agreed.control, "human_pending");
assert.deepEqual(agreed.handoffs, ["demo_request"]);

// A browser only proposes: the server reads the text again, and where it sees nothing Sophie offers a person instead.
const refused = await ask(builtIn);
assert.equal(refused.control, "bot");
assert.deepEqual(refused.quickReplies, ["accept_offer", "decline_offer"]);

console.log("Found, handed over where the server agreed, and offered where it did not.");
