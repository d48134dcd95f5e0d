/**
 * Test doubles that are products: for everybody who tests against the engine. Time, the line, the server and the saved
 * session are real enough to be trusted and stand still until the test moves them.
 *
 * ```ts
 * const clock = new VirtualClock();
 * const pair = new SocketPair();
 * const server = new MemoryServer(pair, { clock, detector: keywordDetector({ makelaar: "human_request" }) });
 * // … give `pair.openSocket` and `clock` to what is tested, then:
 * await settle(pair);
 * pair.freeze();
 * clock.advance(30_000);
 * ```
 */
export {
  ANA,
  BEN,
  MONDAY_NINE,
  aControlEntry,
  aConversation,
  aHandoff,
  aMessageEntry,
  aSite,
  aWelcome,
  anAgent,
} from "./builders.ts";
/** How a client keeps its copy of a log: for whoever tests with a desk of their own making. */
export { EMPTY_TRANSCRIPT, extendTranscript, type Transcript } from "../conversation/transcript.ts";
export { BehaviourDiary } from "./behaviour.ts";
export { keywordDetector } from "./keyword-detector.ts";
export { MemoryOutboxStore } from "./memory-outbox-store.ts";
export { type MemoryConversation } from "./memory-conversation.ts";
export { MemoryServer, type MemoryServerOptions } from "./memory-server.ts";
export { MemorySession } from "./memory-session.ts";
export { settle } from "./settle.ts";
export { SocketPair, type ServerEnd } from "./socket-pair.ts";
export { VirtualClock } from "./virtual-clock.ts";
