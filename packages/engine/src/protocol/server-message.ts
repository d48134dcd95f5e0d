/** Everything that a server can say: the whole of what a client must understand. */
import * as z from "zod/mini";
import { Accepted } from "./accepted.ts";
import { AnswerOver } from "./answer-over.ts";
import { AnswerPart } from "./answer-part.ts";
import { AgentChanged } from "./agent-changed.ts";
import { AgentRefused } from "./agent-refused.ts";
import { AgentWelcome } from "./agent-welcome.ts";
import { ComposerChanged } from "./composer-changed.ts";
import { BotChanged } from "./bot-changed.ts";
import { ConversationChanged } from "./conversation-changed.ts";
import { Entries } from "./entries.ts";
import { HandoffChanged } from "./handoff-changed.ts";
import { HandoffList } from "./handoff-list.ts";
import { LeadShown } from "./lead-shown.ts";
import { OnlookersChanged } from "./onlookers-changed.ts";
import { Pong } from "./pong.ts";
import { QueuePosition } from "./queue-position.ts";
import { Received } from "./received.ts";
import { Refused } from "./refused.ts";
import { Typing } from "./typing.ts";
import { VisibleEntries } from "./visible-entries.ts";
import { VisitorWelcome } from "./visitor-welcome.ts";

/** What a visitor's browser can hear. */
export const ToVisitor = z.discriminatedUnion("type", [
  VisitorWelcome,
  VisibleEntries,
  Accepted,
  Refused,
  Typing,
  QueuePosition,
  BotChanged,
  AnswerPart,
  AnswerOver,
  Received,
  Pong,
]);
export type ToVisitor = z.infer<typeof ToVisitor>;

/** What an agent's desk can hear. */
export const ToAgent = z.discriminatedUnion("type", [
  AgentWelcome,
  Entries,
  Accepted,
  AgentRefused,
  Typing,
  ComposerChanged,
  OnlookersChanged,
  Received,
  HandoffChanged,
  ConversationChanged,
  AgentChanged,
  HandoffList,
  LeadShown,
  Pong,
]);
export type ToAgent = z.infer<typeof ToAgent>;
