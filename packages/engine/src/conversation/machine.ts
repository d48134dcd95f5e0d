/**
 * What a visitor lives through: Sophie listens and answers; she runs the one handoff procedure; she is silent while a
 * person has the conversation; it ends. She acts by emitting, and whoever runs the machine carries it out.
 */
import { assign, emit, fromPromise, setup } from "xstate";
import type { Control } from "../domain/control.ts";
import type { SendId } from "../domain/id.ts";
import type { TriggerType } from "../domain/trigger.ts";
import type { Considered } from "./consider.ts";
import type { Answer } from "./ports.ts";

/** What may start the procedure from the visitor's side. */
export type ProcedureTrigger = Extract<
  TriggerType,
  "demo_request" | "price_question" | "human_request" | "custom" | "unknown" | "feedback"
>;

export interface Said {
  readonly id: SendId;
  readonly text: string;
}

export type ConversationEvent =
  /** The visitor said something that nobody has reacted to yet. */
  | { readonly type: "VISITOR_SAID"; readonly said: Said }
  /** The visitor asked by pressing something. */
  | { readonly type: "PERSON_ASKED"; readonly trigger: ProcedureTrigger }
  /** The log says who may speak now. */
  | { readonly type: "CONTROL_CHANGED"; readonly control: Control }
  /** The server saw no reason for a handoff. `answers` is the message, or the request of a button, that wanted it. */
  | { readonly type: "HANDOFF_REFUSED"; readonly answers: SendId }
  /** Another conversation begins, from nothing. */
  | { readonly type: "STARTED_OVER" };

export type ConversationEffect =
  /** Sophie says this, in answer to a message. */
  | { readonly type: "reply"; readonly answers: SendId; readonly answer: Answer }
  /** Sophie says in her own words that she does not know, and offers a person. */
  | { readonly type: "admit"; readonly answers: SendId }
  /**
   * A person is wanted. `answers` is the message that led to it; null when a button was pressed. The server can find
   * a signal (`text`) in that message again; a yes to an offer is as explicit as a button.
   */
  | {
      readonly type: "escalate";
      readonly trigger: ProcedureTrigger;
      readonly source: "text" | "button";
      readonly answers: SendId | null;
    };

interface ConversationContext {
  /** Said and not considered yet, oldest first. */
  waiting: readonly Said[];
  /** What the running procedure is about. */
  trigger: ProcedureTrigger;
  source: "text" | "button";
  answers: SendId | null;
  /** Whether Sophie's last words were an offer to fetch a person. */
  hasOffered: boolean;
}

export const conversationMachine = setup({
  types: {
    context: {} as ConversationContext,
    events: {} as ConversationEvent,
    emitted: {} as ConversationEffect,
  },
  actors: {
    /** Replaced by whoever runs the machine. */
    consider: fromPromise<Considered, { said: Said; hasOffered: boolean }>(() =>
      Promise.resolve({ kind: "unknown" }),
    ),
  },
  guards: {
    hasWaiting: ({ context }) => context.waiting.length > 0,
  },
  actions: {
    queue: assign({
      waiting: ({ context, event }) =>
        event.type === "VISITOR_SAID" ? [...context.waiting, event.said] : context.waiting,
    }),
    forgetWaiting: assign({ waiting: [], hasOffered: false }),
    askedByButton: assign({
      trigger: ({ context, event }) => (event.type === "PERSON_ASKED" ? event.trigger : context.trigger),
      source: "button",
      answers: null,
    }),
    /** Not knowing is said, with an offer: never silence (F1). */
    admitFirst: emit(({ context }) => ({ type: "admit" as const, answers: (context.waiting[0] as Said).id })),
    /** The first has been reacted to. */
    nextAfterOffer: assign(({ context }) => ({ waiting: context.waiting.slice(1), hasOffered: true })),
  },
}).createMachine({
  id: "conversation",
  context: { waiting: [], trigger: "human_request", source: "button", answers: null, hasOffered: false },
  initial: "bot",
  on: {
    CONTROL_CHANGED: [
      { guard: ({ event }) => event.control === "human_pending", target: ".waiting" },
      { guard: ({ event }) => event.control === "human", target: ".human" },
      { guard: ({ event }) => event.control === "closed" || event.control === "survey", target: ".closed" },
    ],
    STARTED_OVER: { target: ".bot", actions: "forgetWaiting" },
  },
  states: {
    /** Sophie has the conversation. */
    bot: {
      initial: "listening",
      on: {
        PERSON_ASKED: { target: "procedure", actions: "askedByButton" },
        // Asked for on an earlier page, and refused only now.
        HANDOFF_REFUSED: {
          actions: [
            emit(({ event }) => ({ type: "admit" as const, answers: event.answers })),
            assign({ hasOffered: true }),
          ],
        },
      },
      states: {
        listening: {
          always: { guard: "hasWaiting", target: "considering" },
          on: { VISITOR_SAID: { actions: "queue" } },
        },
        considering: {
          on: { VISITOR_SAID: { actions: "queue" } },
          invoke: {
            src: "consider",
            input: ({ context }) => ({ said: context.waiting[0] as Said, hasOffered: context.hasOffered }),
            onDone: [
              {
                guard: ({ event }) => event.output.kind === "signal",
                target: "#conversation.procedure",
                actions: assign(({ context, event }) => ({
                  trigger: event.output.kind === "signal" ? event.output.trigger : context.trigger,
                  source: "text" as const,
                  answers: context.waiting[0]?.id ?? null,
                  waiting: context.waiting.slice(1),
                })),
              },
              {
                guard: ({ event }) => event.output.kind === "accepted",
                target: "#conversation.procedure",
                actions: assign(({ context }) => ({
                  trigger: "unknown" as const,
                  source: "button" as const,
                  answers: context.waiting[0]?.id ?? null,
                  waiting: context.waiting.slice(1),
                })),
              },
              {
                guard: ({ event }) => event.output.kind === "answer",
                target: "listening",
                actions: [
                  emit(({ context, event }) => ({
                    type: "reply" as const,
                    answers: (context.waiting[0] as Said).id,
                    answer: event.output.kind === "answer" ? event.output.answer : { text: "" },
                  })),
                  assign(({ context }) => ({ waiting: context.waiting.slice(1), hasOffered: false })),
                ],
              },
              { target: "listening", actions: ["admitFirst", "nextAfterOffer"] },
            ],
            // `consider` does not reject; should another one do, not knowing is still an answer (F1).
            onError: { target: "listening", actions: ["admitFirst", "nextAfterOffer"] },
          },
        },
      },
    },
    /** The one handoff procedure, whatever set it off: triggered, collecting, transferring. */
    procedure: {
      id: "handoff.procedure",
      initial: "triggered",
      on: { VISITOR_SAID: { actions: "queue" } },
      states: {
        triggered: { always: "collecting" },
        /** Nothing is required of the visitor yet, so this state passes through. */
        collecting: { always: "transferring" },
        transferring: {
          entry: emit(({ context }) => ({
            type: "escalate" as const,
            trigger: context.trigger,
            source: context.source,
            answers: context.answers,
          })),
          on: {
            // The server saw no such signal: say so honestly, and let the visitor press for a person.
            HANDOFF_REFUSED: {
              target: "#conversation.bot",
              actions: [
                emit(({ event }) => ({ type: "admit" as const, answers: event.answers })),
                assign({ hasOffered: true }),
              ],
            },
          },
        },
      },
    },
    /** A person was asked for. What the visitor says goes to the log; Sophie says nothing (F19). */
    waiting: { entry: "forgetWaiting" },
    /** A person speaks. */
    human: { entry: "forgetWaiting" },
    closed: { entry: "forgetWaiting" },
  },
});
