/** Everything that a face for Sophie needs to draw, in one immutable value. */
import type { Author } from "../domain/author.ts";
import type { ContactChannel } from "../domain/contact-channel.ts";
import type { Control } from "../domain/control.ts";
import type { Language } from "../domain/language.ts";
import type { ConversationId, SendId } from "../domain/id.ts";
import type { NoticeEntry } from "../domain/log-entry.ts";
import type { QueuePlace } from "../protocol/queue-position.ts";
import type { FieldKind } from "../domain/required-field.ts";
import type { RefusalCode } from "../protocol/refusal.ts";

/** How far a message of this visitor has come (promise Q4). */
export type Delivery =
  | { readonly state: "sending" }
  | { readonly state: "sent" }
  | { readonly state: "delivered" }
  | { readonly state: "read" }
  | { readonly state: "failed"; readonly reason: RefusalCode };

/** One thing in the conversation, in the order in which it is shown. */
export type TimelineItem =
  | {
      readonly kind: "message";
      readonly id: SendId;
      readonly author: Author;
      readonly text: string;
      /** Epoch ms: the server's once it is stored, until then the sender's. */
      readonly at: number;
      /** Only on the visitor's own messages; null on everybody else's. */
      readonly delivery: Delivery | null;
      /** Only on an answer of Sophie's, if the site wants to know whether it helped: what the visitor said to that. */
      readonly feedback: "asked" | "helpful" | "unhelpful" | null;
      /** The beginning of an answer that still grows, and may yet be taken back. */
      readonly isPartial?: true;
    }
  /** What was arranged when a person was called, and what other ways there are: drawn as a card. */
  | {
      readonly kind: "notice";
      readonly id: string;
      readonly notice: NoticeEntry["notice"];
      readonly text: string;
      readonly channels: readonly ContactChannel[];
      readonly at: number;
    }
  /** A person was asked for, joined, left again, or ended it: drawn as a card or a line. */
  | {
      readonly kind: "control";
      readonly id: string;
      readonly to: Control;
      readonly by: Author;
      readonly at: number;
    };

/** The line, as a visitor is told of it. `nextTryAt` in epoch ms; `code` is one of `CLOSE`. */
export type ConnectionState =
  /** Nothing is sent or open: nobody has written yet (tier T0). */
  | { readonly state: "idle" }
  | { readonly state: "connecting" }
  | { readonly state: "online" }
  /** The line is lost; what is written waits in the outbox. */
  | { readonly state: "offline"; readonly nextTryAt: number }
  /** Coming back does not help; `sentence` says what does. */
  | { readonly state: "stopped"; readonly code: number };

/** Something that the visitor can answer with one press, below the last message. */
export type QuickReply = "accept_offer" | "decline_offer" | "talk_to_person" | "request_demo";

/** One thing that is asked for before a person is called (F10). */
export interface AskedField {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly pattern: string | null;
  /** What the visitor said of it already. */
  readonly value: string;
}

/** A whole conversation as it is drawn: immutable, made anew at every change. */
export interface SessionSnapshot {
  readonly language: Language;
  readonly connection: ConnectionState;
  /** Null until the visitor writes for the first time. */
  readonly conversation: ConversationId | null;
  readonly control: Control;
  /** The agent who has control; null while none has. */
  readonly agent: { readonly name: string } | null;
  readonly timeline: readonly TimelineItem[];
  readonly quickReplies: readonly QuickReply[];
  /** A person was asked for, and the server has not answered yet. */
  readonly isAsking: boolean;
  /** What the visitor is asked for first, in one card; null while nothing is. Each may be left out. */
  readonly asked: readonly AskedField[] | null;
  /** Whether the visitor is asked how it was (F24), or has said. */
  readonly survey: "asked" | "answered" | null;
  /** Where the visitor stands in the queue; null while nobody knows. */
  readonly position: QueuePlace | null;
  /** Who on the other side is typing; the bot "types" while it looks for an answer. */
  readonly typing: Author | null;
  /** Messages of others that the visitor has not seen. */
  readonly unread: number;
}
