/**
 * What a visitor lives through: Sophie listens and answers; she runs the one handoff procedure; she is silent while a
 * person has the conversation; it ends, perhaps with a survey. She acts by emitting, and whoever runs the machine
 * carries it out.
 */
import { assign, emit, fromPromise, setup } from "xstate";
import type { SendId } from "../domain/id.ts";
import type { ProcedureTrigger } from "../domain/trigger.ts";
import type { RequiredField } from "../domain/required-field.ts";
import type { OwnIntent } from "../words/words.ts";
import { collectFrom, type Info, isSkip, missingOf } from "./collected.ts";
import type { Considered } from "./consider.ts";
import type { ConversationEffect, ConversationEvent, Offer, Said } from "./conversation-event.ts";

/** So many answers that hold nothing of what was asked for end the asking (F12). */
const MISSES_MAX = 2;

/** What the machine remembers between two events. */
export interface ConversationContext {
  /** Said and not considered yet, oldest first. */
  waiting: readonly Said[];
  /** What the running procedure is about. */
  trigger: ProcedureTrigger;
  source: "text" | "button";
  answers: SendId;
  /** The message that it began with; null for a press. */
  said: Said | null;
  /** Whether the visitor is asked for something first; what, once the server has said so. */
  asks: boolean;
  fields: readonly RequiredField[] | null;
  given: Info;
  misses: number;
  /** What Sophie's last words offered to fetch a person for. */
  offer: Offer | null;
  /** How often in a row she did not know. */
  unknowns: number;
  /** What was handed over in this conversation already: once for each cause. */
  causes: readonly ProcedureTrigger[];
  /** Nobody is called here: to offer somebody would be a lie (R16). */
  nobody: boolean;
  /** The message that was answered by just that. */
  told: SendId | null;
}

const NOTHING: Omit<ConversationContext, "answers"> = {
  waiting: [],
  trigger: "human_request",
  source: "button",
  said: null,
  asks: false,
  fields: null,
  given: {},
  misses: 0,
  offer: null,
  unknowns: 0,
  causes: [],
  nobody: false,
  told: null,
};

/**
 * The statechart of a conversation; `docs/statechart.md` draws it. It acts by emitting
 * `ConversationEffect`s. Whoever runs it
 * provides the actor `consider` and the guards `mustAsk` and `knowsTooLittle`, which are the site's
 * settings.
 */
export const conversationMachine = setup({
  types: {
    context: {} as ConversationContext,
    events: {} as ConversationEvent,
    emitted: {} as ConversationEffect,
  },
  actors: {
    /** Replaced by whoever runs the machine. */
    consider: fromPromise<
      Considered,
      { said: Said; offer: Offer | null; causes: readonly ProcedureTrigger[] }
    >(() => Promise.resolve({ kind: "unknown", isFailure: false })),
  },
  guards: {
    hasWaiting: ({ context }) => context.waiting.length > 0,
    /** Both are replaced by whoever runs the machine: these are the site's settings. */
    mustAsk: () => false,
    knowsTooLittle: ({ context }) => context.unknowns > 0,
    isAnswered: ({ context: { asks, fields, given } }) =>
      !asks || (fields !== null && missingOf(fields, given).length === 0),
    declines: ({ context, event }) =>
      event.type === "VISITOR_SAID" && context.fields !== null && isSkip(event.said.text),
    completes: ({ context, event }) =>
      event.type === "VISITOR_SAID" &&
      missingOf(context.fields ?? [], collectedFrom(context, [event.said])).length === 0,
    /** It holds something of what was asked for, or may be one more miss. */
    isWorthAsking: ({ context, event }) =>
      event.type === "VISITOR_SAID" &&
      (context.misses + 1 < MISSES_MAX || isMore(collectedFrom(context, [event.said]), context.given)),
  },
  actions: {
    queue: assign({
      waiting: ({ context, event }) =>
        event.type === "VISITOR_SAID" ? [...context.waiting, event.said] : context.waiting,
    }),
    fallSilent: assign({ waiting: [], offer: null, asks: false, fields: null }),
    startOver: assign(({ context }) => ({ ...NOTHING, answers: context.answers })),
    askedByButton: assign(({ context, event }) =>
      event.type === "PERSON_ASKED"
        ? {
            trigger: event.trigger,
            source: "button" as const,
            answers: event.press,
            said: null,
            asks: false,
          }
        : context,
    ),
    begin: emit(({ context: { trigger, source, answers } }) => ({
      type: "begin" as const,
      trigger,
      source,
      answers,
      info: {},
    })),
    startAsking: assign({ asks: true, fields: null, given: {}, misses: 0 }),
    asked: assign(({ context, event }) => {
      if (event.type !== "FIELDS_ASKED") return context;
      const { trigger, source, answers, fields } = event;
      const isOther = answers !== context.answers || !context.asks;
      const given = isOther ? {} : context.given;
      return {
        trigger,
        source,
        answers,
        fields,
        given: collectedFrom({ fields, given }, context.waiting),
        misses: isOther ? 0 : context.misses,
        asks: true,
      };
    }),
    take: assign(({ context, event }) => {
      if (event.type === "FIELDS_GIVEN") return { given: { ...context.given, ...event.info } };
      if (event.type !== "VISITOR_SAID") return context;
      const given = collectedFrom(context, [event.said]);
      return { given, misses: isMore(given, context.given) ? 0 : context.misses + 1 };
    }),
    askAgain: emit(({ context: { fields, given }, event }) => ({
      type: "say" as const,
      answers: (event as { said: Said }).said.id,
      intent: "ask_again" as const,
      missing: missingOf(fields ?? [], given),
    })),
    /** The first has been reacted to. */
    next: assign({ waiting: ({ context }) => context.waiting.slice(1) }),
    know: assign({ unknowns: 0, offer: null }),
    admit: emit(({ context }) => saying(context, "admit")),
    admitted: assign(({ context }) => ({ unknowns: context.unknowns + 1, offer: null })),
    offer: emit(({ context }) => saying(context, "offer")),
    offered: assign(({ context }) => ({ unknowns: context.unknowns + 1, offer: "unknown" as const })),
    /** The server saw no such signal: say so honestly, and let the visitor say yes. */
    offerAfterRefusal: emit(({ context, event }) => ({
      type: "say" as const,
      answers: event.type === "HANDOFF_REFUSED" ? event.answers : context.answers,
      intent: "offer" as const,
      missing: [],
    })),
    offeredAfterRefusal: assign({ offer: "unknown", asks: false }),
    offerAfterFeedback: emit(({ context, event }) => ({
      type: "say" as const,
      answers: event.type === "FEEDBACK_GIVEN" ? event.answers : context.answers,
      intent: "offer_after_feedback" as const,
      missing: [],
    })),
    /** What nobody was called for is answered as well as Sophie can; who only asked for somebody has the answer. */
    goOnAlone: assign(({ context: { causes, trigger, said, waiting }, event }) => {
      const isTold = event.type === "NOBODY_CALLED" && event.isTold;
      const isOver = said === null || (isTold && trigger === "human_request");
      return {
        nobody: true,
        asks: false,
        offer: null,
        causes: [...causes, trigger],
        waiting: isOver ? waiting : [said, ...waiting],
        told: isTold && said !== null ? said.id : null,
        said: null,
      };
    }),
    /** She answers again after all: whoever runs the machine says anew what waits for an answer. */
    forget: assign({ waiting: [], said: null, asks: false, fields: null }),
    restate: emit(({ context }) => ({ type: "restate" as const, answers: (context.waiting[0] as Said).id })),
    resume: assign(({ context, event }) => {
      if (event.type !== "RESUMED") return context;
      const { offer, unknowns, nobody } = event;
      return { offer, unknowns, nobody: context.nobody || nobody };
    }),
  },
}).createMachine({
  id: "conversation",
  context: { ...NOTHING, answers: "nothing" as SendId },
  initial: "bot",
  on: {
    CONTROL_CHANGED: [
      { guard: ({ event }) => event.control === "human_pending", target: ".waiting" },
      { guard: ({ event }) => event.control === "human", target: ".human" },
      { guard: ({ event }) => event.control === "survey", target: ".survey" },
      { guard: ({ event }) => event.control === "closed", target: ".closed" },
    ],
    STARTED_OVER: { target: ".bot", actions: "startOver" },
  },
  states: {
    /** Sophie has the conversation. */
    bot: {
      initial: "listening",
      on: {
        PERSON_ASKED: { target: "procedure", actions: "askedByButton" },
        FIELDS_ASKED: { target: "procedure.collecting", actions: "asked" },
        FEEDBACK_GIVEN: {
          guard: ({ context, event }) => !event.helpful && !context.nobody,
          actions: ["offerAfterFeedback", assign({ offer: "feedback" })],
        },
        RESUMED: { actions: "resume" },
        // Asked for on an earlier page, and refused only now.
        HANDOFF_REFUSED: { actions: ["offerAfterRefusal", "offeredAfterRefusal"] },
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
            input: ({ context: { waiting, offer, causes } }) => ({ said: waiting[0] as Said, offer, causes }),
            onDone: [
              {
                guard: ({ event }) => event.output.kind === "wanted",
                target: "#conversation.procedure",
                actions: [
                  assign(({ context, event }) => {
                    const said = context.waiting[0] as Said;
                    if (event.output.kind !== "wanted") return context;
                    const { trigger, source } = event.output;
                    return { trigger, source, answers: said.id, said, asks: false };
                  }),
                  "next",
                ],
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
                  "next",
                  "know",
                ],
              },
              {
                guard: ({ event }) => event.output.kind === "declined",
                target: "listening",
                actions: [emit(({ context }) => saying(context, "go_on")), "next", "know"],
              },
              {
                guard: ({ event }) => event.output.kind === "polite",
                target: "listening",
                actions: [
                  emit(({ context, event }) =>
                    saying(context, event.output.kind === "polite" ? event.output.intent : "greet"),
                  ),
                  "next",
                ],
              },
              {
                guard: ({ context, event }) =>
                  event.output.kind === "nothing" || context.waiting[0]?.id === context.told,
                target: "listening",
                actions: "next",
              },
              {
                guard: ({ context, event }) =>
                  context.nobody && event.output.kind === "unknown" && event.output.isRepeated === true,
                target: "listening",
                actions: ["restate", "next", "know"],
              },
              {
                guard: ({ context }) => context.nobody,
                target: "listening",
                actions: ["admit", "next", "admitted"],
              },
              {
                guard: ({ event }) => event.output.kind === "unknown" && event.output.isFailure,
                target: "listening",
                actions: ["offer", "next", "offered"],
              },
              { guard: "knowsTooLittle", target: "listening", actions: ["offer", "next", "offered"] },
              { target: "listening", actions: ["admit", "next", "admitted"] },
            ],
            // `consider` does not reject; should another one do, not knowing is still an answer (F1).
            onError: [
              {
                guard: ({ context }) => context.nobody,
                target: "listening",
                actions: ["admit", "next", "admitted"],
              },
              { target: "listening", actions: ["offer", "next", "offered"] },
            ],
          },
        },
      },
    },
    /** The one handoff procedure, whatever set it off: triggered, collecting, transferring. */
    procedure: {
      id: "handoff.procedure",
      initial: "triggered",
      on: {
        VISITOR_SAID: { actions: "queue" },
        HANDOFF_REFUSED: { target: "bot", actions: ["offerAfterRefusal", "offeredAfterRefusal"] },
        NOBODY_CALLED: { target: "bot", actions: "goOnAlone" },
        NOT_PAUSED: { target: "bot", actions: "forget" },
      },
      states: {
        triggered: {
          always: [
            { guard: "mustAsk", target: "collecting", actions: ["startAsking", "begin"] },
            { target: "collecting" },
          ],
        },
        /** The visitor is asked for what the queue's people need to know; where that is nothing, this passes through. */
        collecting: {
          always: { guard: "isAnswered", target: "transferring" },
          on: {
            FIELDS_ASKED: { actions: "asked" },
            FIELDS_GIVEN: { target: "transferring", actions: "take" },
            FIELDS_SKIPPED: { target: "transferring" },
            // Whoever asks for a person again has had enough of questions.
            PERSON_ASKED: { target: "transferring" },
            VISITOR_SAID: [
              { guard: ({ context }) => context.fields === null, actions: "queue" },
              { guard: "declines", target: "transferring" },
              { guard: "completes", target: "transferring", actions: "take" },
              { guard: "isWorthAsking", actions: ["take", "askAgain"] },
              { target: "transferring" },
            ],
          },
        },
        transferring: {
          entry: emit(({ context: { trigger, source, answers, given, asks } }) => ({
            type: "escalate" as const,
            trigger,
            source,
            answers,
            info: asks ? given : {},
          })),
        },
      },
    },
    /** A person was asked for. What the visitor says goes to the log; Sophie says nothing (F19). */
    waiting: { entry: "fallSilent" },
    /** A person speaks. */
    human: { entry: "fallSilent" },
    /** The agent who ended it asks how it was; no questions are answered any more (F24). */
    survey: { entry: "fallSilent" },
    closed: { entry: "fallSilent" },
  },
});

function saying({ waiting }: Pick<ConversationContext, "waiting">, intent: OwnIntent) {
  return { type: "say" as const, answers: (waiting[0] as Said).id, intent, missing: [] };
}

function collectedFrom(
  { fields, given }: Pick<ConversationContext, "fields" | "given">,
  said: readonly Said[],
): Info {
  return said.reduce((info, { text }) => collectFrom(text, fields ?? [], info), given);
}

function isMore(info: Info, than: Info): boolean {
  return Object.keys(info).length > Object.keys(than).length;
}
