/** What a visitor lives through: always an answer or a person, and silence from the bot once a person has it. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createActor, fromPromise, getNextSnapshot, initialTransition } from "xstate";
import { getShortestPaths } from "xstate/graph";
import { CONTROLS, type Control } from "../domain/control.ts";
import type { SendId } from "../domain/id.ts";
import { settle } from "../testing/settle.ts";
import type { Considered } from "./consider.ts";
import {
  type ConversationEffect,
  type ConversationEvent,
  conversationMachine,
  type Said,
} from "./machine.ts";

type Answer = Considered | "rejects";

const ANSWER: Considered = { kind: "answer", answer: { text: "Wij zijn open." } };
const UNKNOWN: Considered = { kind: "unknown" };
const SIGNAL: Considered = { kind: "signal", trigger: "demo_request" };

/** A conversation in which the test decides what comes of considering a text: its last word names it. */
function aConversation(outcomes: Readonly<Record<string, Answer>> = {}) {
  const effects: ConversationEffect[] = [];
  const waiting: { said: Said; hasOffered: boolean; done: () => void }[] = [];
  const actor = createActor(
    conversationMachine.provide({
      actors: {
        consider: fromPromise(
          ({ input }) =>
            new Promise<Considered>((resolve, reject) => {
              const answer = outcomes[input.said.text] ?? UNKNOWN;
              const done = () => (answer === "rejects" ? reject(new Error("broken")) : resolve(answer));
              waiting.push({ ...input, done });
            }),
        ),
      },
    }),
  );
  for (const type of ["reply", "admit", "escalate"] as const)
    actor.on(type, (effect) => effects.push(effect));
  actor.start();
  let count = 0;
  return {
    actor,
    effects,
    waiting,
    say: (text: string): SendId => {
      count += 1;
      const id = `m${count}` as SendId;
      actor.send({ type: "VISITOR_SAID", said: { id, text } });
      return id;
    },
    control: (control: Control) => actor.send({ type: "CONTROL_CHANGED", control }),
    refuse: (answers: SendId) => actor.send({ type: "HANDOFF_REFUSED", answers }),
    /** Lets everything that is being considered come to its end. */
    think: async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        next.done();
        await settle();
      }
    },
  };
}

describe("answering", () => {
  it("T12 what is known is said, in answer to its message", async () => {
    const { say, think, effects } = aConversation({ open: ANSWER });
    const id = say("open");
    await think();
    expect(effects).toEqual([{ type: "reply", answers: id, answer: { text: "Wij zijn open." } }]);
  });

  it("F1 what is not known is admitted, and so is a failure to consider at all", async () => {
    const { say, think, effects } = aConversation({ broken: "rejects" });
    const ids = [say("strange"), say("broken")];
    await think();
    expect(effects).toEqual(ids.map((answers) => ({ type: "admit", answers })));
  });

  it("Q3 messages are considered one after the other, in the order in which they were said", async () => {
    const { say, think, effects, waiting } = aConversation({ open: ANSWER });
    const ids = [say("open"), say("strange"), say("open")];
    expect(waiting).toHaveLength(1);
    await think();
    expect(effects.map((effect) => "answers" in effect && effect.answers)).toEqual(ids);
  });
});

describe("the handoff procedure", () => {
  it("H23 a signal in a text escalates with that message as its evidence", async () => {
    const { say, think, effects } = aConversation({ view: SIGNAL });
    const answers = say("view");
    await think();
    expect(effects).toEqual([{ type: "escalate", trigger: "demo_request", source: "text", answers }]);
  });

  it("F1 a yes after an offer escalates with trigger unknown; before one it is only a word", async () => {
    const { say, think, effects, waiting } = aConversation({ yes: { kind: "accepted" } });
    say("strange");
    await think();
    const answers = say("yes");
    expect(waiting[0]?.hasOffered).toBe(true);
    await think();
    expect(effects.at(-1)).toEqual({ type: "escalate", trigger: "unknown", source: "button", answers });
  });

  it("an offer stands until something else is answered", async () => {
    const { say, think, waiting } = aConversation({ open: ANSWER });
    say("strange");
    await think();
    say("open");
    await think();
    say("yes");
    expect(waiting[0]?.hasOffered).toBe(false);
  });

  it("F5 a button escalates without a message, even while a message is being considered", async () => {
    const { actor, say, think, effects } = aConversation({ open: ANSWER });
    say("open");
    actor.send({ type: "PERSON_ASKED", trigger: "human_request" });
    await think();
    expect(effects).toEqual([
      { type: "escalate", trigger: "human_request", source: "button", answers: null },
    ]);
  });

  it("H3 asking again while the first is on its way asks only once", async () => {
    const { actor, say, think, effects } = aConversation({ view: SIGNAL });
    actor.send({ type: "PERSON_ASKED", trigger: "human_request" });
    actor.send({ type: "PERSON_ASKED", trigger: "human_request" });
    say("view");
    await think();
    expect(effects).toHaveLength(1);
  });

  it("F1 a refused signal is admitted, and what was said meanwhile is then considered", async () => {
    const { say, think, effects, refuse } = aConversation({ view: SIGNAL, open: ANSWER });
    const first = say("view");
    await think();
    const second = say("open");
    refuse(first);
    await think();
    expect(effects.slice(1)).toEqual([
      { type: "admit", answers: first },
      { type: "reply", answers: second, answer: { text: "Wij zijn open." } },
    ]);
  });
});

describe("silence", () => {
  const silent = CONTROLS.filter((control) => control !== "bot");

  it.each(silent)("F19 Q14 under control %s nothing is considered and nothing is said", async (control) => {
    const conversation = aConversation({ open: ANSWER, view: SIGNAL });
    conversation.control(control);
    for (const text of ["open", "view", "strange"]) conversation.say(text);
    await conversation.think();
    conversation.refuse("m1" as SendId);
    expect([conversation.effects, conversation.waiting]).toEqual([[], []]);
  });

  it.each(silent)(
    "Q14 an answer that was being looked up when control became %s is not given",
    async (control) => {
      const { say, think, effects, control: pass } = aConversation({ open: ANSWER });
      say("open");
      pass(control);
      await think();
      expect(effects).toEqual([]);
    },
  );

  it("F23 control that comes back to the bot by itself wakes nobody", async () => {
    const { say, think, effects, control } = aConversation({ open: ANSWER });
    control("human");
    control("bot");
    say("open");
    await think();
    expect(effects).toEqual([]);
  });

  it("F23 only another conversation begins from nothing: no old words, no old offer", async () => {
    const { actor, say, think, effects, control, waiting } = aConversation({ open: ANSWER });
    say("strange");
    await think();
    control("closed");
    say("lost");
    actor.send({ type: "STARTED_OVER" });
    const answers = say("open");
    expect(waiting[0]?.hasOffered).toBe(false);
    await think();
    expect(effects.slice(1)).toEqual([{ type: "reply", answers, answer: { text: "Wij zijn open." } }]);
  });
});

const texts: Record<string, Answer> = {
  open: ANSWER,
  strange: UNKNOWN,
  view: SIGNAL,
  yes: { kind: "accepted" },
  broken: "rejects",
};

type Step =
  | { readonly do: "say"; readonly text: string }
  | { readonly do: "ask" | "think" | "refuse" }
  | { readonly do: "control"; readonly control: Control };

const say = fc.constantFrom(...Object.keys(texts)).map((text): Step => ({ do: "say", text }));
const act = fc.constantFrom<Step>({ do: "ask" }, { do: "think" }, { do: "refuse" });
const pass = fc.constantFrom(...CONTROLS).map((control): Step => ({ do: "control", control }));

type Conversation = ReturnType<typeof aConversation>;

async function take(conversation: Conversation, step: Step): Promise<void> {
  if (step.do === "say") conversation.say(step.text);
  if (step.do === "think") await conversation.think();
  if (step.do === "ask") conversation.actor.send({ type: "PERSON_ASKED", trigger: "human_request" });
  if (step.do === "control") conversation.control(step.control);
  const asked = conversation.effects.at(-1);
  if (step.do === "refuse" && asked?.type === "escalate")
    conversation.refuse(asked.answers ?? ("button" as SendId));
}

it("F1 whatever is said, every message comes to a reply or a handoff: there is no silent end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(say, act), { maxLength: 25 }), async (steps) => {
      const conversation = aConversation(texts);
      let said = 0;
      for (const step of steps) {
        if (step.do === "say") said += 1;
        await take(conversation, step);
      }
      await conversation.think();
      const answered = new Set(
        conversation.effects.flatMap((effect) => (effect.answers === null ? [] : [effect.answers])),
      );
      const isWithPeople = conversation.effects.at(-1)?.type === "escalate";
      expect(isWithPeople || answered.size >= said).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it("Q14 once a person has it the bot says nothing in a thousand random continuations", async () => {
  const before = fc.array(fc.oneof(say, act), { maxLength: 6 });
  const after = fc.array(fc.oneof(say, act, pass), { maxLength: 12 });
  const taker = fc.constantFrom<Control>("human_pending", "human");
  await fc.assert(
    fc.asyncProperty(before, taker, after, async (early, control, late) => {
      const conversation = aConversation(texts);
      for (const step of early) await take(conversation, step);
      conversation.control(control);
      const saidBefore = conversation.effects.length;
      for (const step of late) await take(conversation, step);
      await conversation.think();
      expect(conversation.effects.length).toBe(saidBefore);
    }),
    { numRuns: 1_000 },
  );
});

it("every state can be reached, and from every state a new conversation begins", () => {
  const events: ConversationEvent[] = [
    { type: "VISITOR_SAID", said: { id: "m1" as SendId, text: "Hallo" } },
    { type: "PERSON_ASKED", trigger: "human_request" },
    ...CONTROLS.map((control) => ({ type: "CONTROL_CHANGED" as const, control })),
  ];
  const paths = getShortestPaths(conversationMachine, {
    events,
    serializeState: ({ value }) => JSON.stringify(value),
  });
  const reached = paths.map(({ state }) => JSON.stringify(state.value));
  expect(new Set(reached)).toEqual(
    new Set(
      [
        { bot: "listening" },
        { bot: "considering" },
        { procedure: "transferring" },
        "waiting",
        "human",
        "closed",
      ].map((value) => JSON.stringify(value)),
    ),
  );
  for (const { state } of paths) {
    expect(getNextSnapshot(conversationMachine, state, { type: "STARTED_OVER" }).value).toEqual(
      initialTransition(conversationMachine)[0].value,
    );
  }
});
