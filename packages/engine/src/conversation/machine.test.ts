/** What a visitor lives through: always an answer or a person, and silence from the bot once a person has it. */
import { describe, expect, it } from "vitest";
import { createActor, fromPromise } from "xstate";
import { CONTROLS, type Control } from "../domain/control.ts";
import type { SendId } from "../domain/id.ts";
import type { RequiredField } from "../domain/required-field.ts";
import { settle } from "../testing/settle.ts";
import type { Considered } from "./consider.ts";
import type { ConversationEffect, Offer, Said } from "./conversation-event.ts";
import { conversationMachine } from "./machine.ts";

type Answer = Considered | "rejects";

const ANSWER: Considered = { kind: "answer", answer: { text: "Wij zijn open." } };
const UNKNOWN: Considered = { kind: "unknown", isFailure: false };
const FAILURE: Considered = { kind: "unknown", isFailure: true };
const SIGNAL: Considered = { kind: "wanted", trigger: "demo_request", source: "text" };
const YES: Considered = { kind: "wanted", trigger: "unknown", source: "button" };
const PRESS = "press" as SendId;
const EMAIL: RequiredField = { key: "email", kind: "email", label: {}, pattern: null };
const NAME: RequiredField = { key: "name", kind: "name", label: {}, pattern: null };

/** A conversation in which the test decides what comes of considering a text: its last word names it. */
function aConversation(outcomes: Readonly<Record<string, Answer>> = {}, mustAsk = false) {
  const effects: ConversationEffect[] = [];
  const waiting: { said: Said; offer: Offer | null; done: () => void }[] = [];
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
      guards: { mustAsk: () => mustAsk },
    }),
  );
  for (const type of ["reply", "say", "restate", "begin", "escalate"] as const)
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
    ask: () => actor.send({ type: "PERSON_ASKED", trigger: "human_request", press: PRESS }),
    /** The server says what is to be asked. */
    fields: (fields: readonly RequiredField[], answers = PRESS) =>
      actor.send({ type: "FIELDS_ASKED", trigger: "human_request", source: "button", answers, fields }),
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

/** What Sophie does, in short. */
const inShort = (effects: readonly ConversationEffect[]): readonly string[] =>
  effects.map((effect) => {
    if (effect.type === "say") return effect.intent;
    if (effect.type === "restate") return effect.type;
    return effect.type === "reply" ? effect.answer.text : `${effect.type} ${effect.trigger}`;
  });

describe("answering", () => {
  it("T12 what is known is said, in answer to its message", async () => {
    const { say, think, effects } = aConversation({ open: ANSWER });
    const id = say("open");
    await think();
    expect(effects).toEqual([{ type: "reply", answers: id, answer: { text: "Wij zijn open." } }]);
  });

  it("F6 S3 what is not known is admitted at first, and a person is offered when it happens again", async () => {
    const { say, think, effects } = aConversation({ open: ANSWER });
    for (const text of ["strange", "strange", "strange", "open", "strange"]) say(text);
    await think();
    expect(inShort(effects)).toEqual(["admit", "offer", "offer", "Wij zijn open.", "admit"]);
  });

  it("F1 what could not be considered offers a person at once", async () => {
    const { say, think, effects } = aConversation({ broken: "rejects", failed: FAILURE });
    const ids = [say("broken"), say("failed")];
    await think();
    expect(effects).toEqual(ids.map((answers) => ({ type: "say", answers, intent: "offer", missing: [] })));
  });

  it("Q3 messages are considered one after the other, in the order in which they were said", async () => {
    const { say, think, effects, waiting } = aConversation({ open: ANSWER });
    const ids = [say("open"), say("strange"), say("open")];
    expect(waiting).toHaveLength(1);
    await think();
    expect(effects.map((effect) => effect.answers)).toEqual(ids);
  });
});

describe("the handoff procedure", () => {
  it("H23 T14 a signal in a text escalates with that message as its evidence", async () => {
    const { say, think, effects } = aConversation({ view: SIGNAL });
    const answers = say("view");
    await think();
    const info = {};
    expect(effects).toEqual([{ type: "escalate", trigger: "demo_request", source: "text", answers, info }]);
  });

  it("F4 F8 every trigger enters the same procedure, and keeps its name", async () => {
    const triggers = [
      "demo_request",
      "price_question",
      "human_request",
      "custom",
      "unknown",
      "feedback",
      "bot_paused",
    ] as const;
    for (const trigger of triggers) {
      const { actor, say, effects, think } = aConversation(
        { word: { kind: "wanted", trigger, source: "text" } },
        true,
      );
      say("word");
      await think();
      expect(actor.getSnapshot().matches({ procedure: "collecting" })).toBe(true);
      expect(inShort(effects)).toEqual([`begin ${trigger}`]);
    }
    const { procedure } = conversationMachine.config.states ?? {};
    expect(procedure?.id).toBe("handoff.procedure");
  });

  it("F2 triggered, collecting and transferring come in this order, also where nothing is asked", () => {
    const passed = (mustAsk: boolean) => {
      const { ask, actor, fields } = aConversation({}, mustAsk);
      const states: string[] = [];
      actor.subscribe(({ value }) => void states.push(JSON.stringify(value)));
      ask();
      fields([EMAIL]);
      actor.send({ type: "FIELDS_GIVEN", info: { email: "jan@x.nl" } });
      return [...new Set(states)];
    };
    expect(passed(true)).toEqual(['{"procedure":"collecting"}', '{"procedure":"transferring"}']);
    expect(passed(false)).toEqual(['{"procedure":"transferring"}']);
    const { states = {} } = conversationMachine.config.states?.procedure ?? {};
    expect(Object.keys(states)).toEqual(["triggered", "collecting", "transferring"]);
  });

  it("F6 a yes after an offer escalates with trigger unknown; before one it is only a word", async () => {
    const { say, think, effects, waiting } = aConversation({ yes: YES });
    say("strange");
    say("strange");
    await think();
    const answers = say("yes");
    expect(waiting[0]?.offer).toBe("unknown");
    await think();
    expect(effects.at(-1)).toEqual({
      type: "escalate",
      trigger: "unknown",
      source: "button",
      answers,
      info: {},
    });
  });

  it("an offer stands until something else is answered", async () => {
    const { say, think, waiting } = aConversation({ open: ANSWER, broken: FAILURE });
    say("broken");
    await think();
    say("open");
    await think();
    say("yes");
    expect(waiting[0]?.offer).toBeNull();
  });

  it("a no to an offer is taken, and Sophie goes on", async () => {
    const { say, think, effects } = aConversation({ broken: FAILURE, no: { kind: "declined" } });
    say("broken");
    say("no");
    await think();
    expect(inShort(effects)).toEqual(["offer", "go_on"]);
  });

  it("F7 an answer that did not help offers a person; one that did needs nothing more", async () => {
    const { actor, say, think, effects, waiting } = aConversation();
    actor.send({ type: "FEEDBACK_GIVEN", answers: "fb:1" as SendId, helpful: true });
    expect(effects).toEqual([]);
    actor.send({ type: "FEEDBACK_GIVEN", answers: "fb:2" as SendId, helpful: false });
    expect(inShort(effects)).toEqual(["offer_after_feedback"]);
    say("yes");
    expect(waiting[0]?.offer).toBe("feedback");
    await think();
  });

  it("F5 a button escalates without a message, even while a message is being considered", async () => {
    const { ask, say, think, effects } = aConversation({ open: ANSWER });
    say("open");
    ask();
    await think();
    expect(effects).toEqual([
      { type: "escalate", trigger: "human_request", source: "button", answers: PRESS, info: {} },
    ]);
  });

  it("H3 asking again while the first is on its way asks only once", async () => {
    const { ask, say, think, effects } = aConversation({ view: SIGNAL });
    ask();
    ask();
    say("view");
    await think();
    expect(effects).toHaveLength(1);
  });

  it("F1 a refused signal is offered to a person, and what was said meanwhile is then considered", async () => {
    const { say, think, effects, refuse } = aConversation({ view: SIGNAL, open: ANSWER });
    const first = say("view");
    await think();
    say("open");
    refuse(first);
    await think();
    expect(inShort(effects).slice(1)).toEqual(["offer", "Wij zijn open."]);
  });
});

describe("asking for what is missing", () => {
  const asking = (...fields: RequiredField[]) => {
    const conversation = aConversation({}, true);
    conversation.ask();
    conversation.fields(fields);
    return { ...conversation, info: () => conversation.effects.at(-1) };
  };

  it("F10 what is filled in goes with the request", () => {
    const { actor, info } = asking(EMAIL);
    actor.send({ type: "FIELDS_GIVEN", info: { email: "jan@x.nl" } });
    expect(info()).toMatchObject({ type: "escalate", answers: PRESS, info: { email: "jan@x.nl" } });
  });

  it("F10 so does what is said in plain words, in one message or in two", () => {
    const { say, effects, info } = asking(EMAIL, NAME);
    say("mijn mail is jan@x.nl");
    expect(info()).toMatchObject({ type: "say", intent: "ask_again", missing: [NAME] });
    say("Jan Jansen");
    expect(info()).toMatchObject({ type: "escalate", info: { email: "jan@x.nl", name: "Jan Jansen" } });
    expect(inShort(effects)).toEqual(["begin human_request", "ask_again", "escalate human_request"]);
  });

  it.each(["sla over", "skip", "nein danke", "non merci", "pular", "omitir"])(
    "F12 “%s” hands over with what there is",
    (text) => {
      const { say, info } = asking(EMAIL);
      say(text);
      expect(info()).toMatchObject({ type: "escalate", info: {} });
    },
  );

  it("F12 so do two answers that hold nothing of it; the first is asked again", () => {
    const { say, effects } = asking(EMAIL);
    say("dat zeg ik niet");
    say("nee echt niet hoor");
    expect(inShort(effects)).toEqual(["begin human_request", "ask_again", "escalate human_request"]);
  });

  it("F12 one press skips it, and so does asking for a person again", () => {
    const skipped = asking(EMAIL);
    skipped.actor.send({ type: "FIELDS_SKIPPED" });
    const pressed = asking(EMAIL);
    pressed.ask();
    for (const { info } of [skipped, pressed]) expect(info()).toMatchObject({ type: "escalate", info: {} });
  });

  it("F11 what was said before the question came is an answer to it", () => {
    const { ask, say, fields, effects } = aConversation({}, true);
    ask();
    say("jan@x.nl");
    fields([EMAIL]);
    expect(effects.at(-1)).toMatchObject({ type: "escalate", info: { email: "jan@x.nl" } });
  });

  it("F12 a person who steps in ends the asking", () => {
    const { actor, control, effects } = asking(EMAIL);
    control("human");
    actor.send({ type: "FIELDS_GIVEN", info: { email: "jan@x.nl" } });
    expect(inShort(effects)).toEqual(["begin human_request"]);
  });

  it("F1 a refused beginning leads to an offer", () => {
    const { refuse, ask, effects } = aConversation({}, true);
    ask();
    refuse(PRESS);
    expect(inShort(effects)).toEqual(["begin human_request", "offer"]);
  });

  it("F2 a page that finds the question in the log goes on asking, without asking the server again", () => {
    const { fields, say, effects } = aConversation({}, true);
    fields([EMAIL], "m7" as SendId);
    say("jan@x.nl");
    expect(effects).toMatchObject([{ type: "escalate", answers: "m7", info: { email: "jan@x.nl" } }]);
  });
});

describe("where nobody is called", () => {
  it("S11 R16 the bot goes on, answers what it can, and starts nothing twice for one cause", async () => {
    const { actor, say, think, effects, waiting } = aConversation({ view: SIGNAL });
    say("view");
    await think();
    actor.send({ type: "NOBODY_CALLED", isTold: false });
    expect(waiting[0]).toMatchObject({ said: { text: "view" }, causes: ["demo_request"] });
    expect(inShort(effects)).toEqual(["escalate demo_request"]);
  });

  it("S11 it offers nobody, since that would be a lie", async () => {
    const { actor, ask, say, think, effects } = aConversation({ broken: "rejects" });
    ask();
    actor.send({ type: "NOBODY_CALLED", isTold: false });
    for (const text of ["strange", "strange", "broken"]) say(text);
    await think();
    expect(inShort(effects).slice(1)).toEqual(["admit", "admit", "admit"]);
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
    expect(waiting[0]?.offer).toBeNull();
    await think();
    expect(effects.slice(1)).toEqual([{ type: "reply", answers, answer: { text: "Wij zijn open." } }]);
  });
});
