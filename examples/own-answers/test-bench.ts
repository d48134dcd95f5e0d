/** A visitor's browser on a table: the testing kit in place of a network, a server and time. */
import { type AnswerPort, createSession, wordsOf } from "@sophie/engine";
import {
  aSite,
  keywordDetector,
  MemoryServer,
  MemorySession,
  settle,
  SocketPair,
  VirtualClock,
} from "@sophie/engine/testing";

export function openBench(answer: AnswerPort) {
  const clock = new VirtualClock();
  const pair = new SocketPair();
  const detector = keywordDetector({ "a person": "human_request" });
  const server = new MemoryServer(pair, { clock, detector });
  let ids = 0;
  const session = createSession(
    { site: aSite({ language: "en" }), language: "en", words: wordsOf("en") },
    {
      openSocket: pair.openSocket,
      clock,
      random: () => 0.5,
      newId: () => `id-${(ids += 1)}`,
      saved: new MemorySession(),
      detector: async () => detector,
      answer,
    },
  );
  return { session, server, pair, clock, rest: () => settle(pair) };
}
