/** The conversation machine walked everywhere it can go: every state, every transition, and ten thousand ways through. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createActor, fromPromise, getNextSnapshot, initialTransition } from "xstate";
import { getShortestPaths } from "xstate/graph";
import { CONTROLS, type Control } from "../domain/control.ts";
import type { SendId } from "../domain/id.ts";
import type { RequiredField } from "../domain/required-field.ts";
import type { Considered } from "./consider.ts";
import type { ConversationEffect, ConversationEvent } from "./conversation-event.ts";
import { conversationMachine } from "./machine.ts";

const EMAIL: RequiredField = { key: "email", kind: "email", label: {}, pattern: null };
const PRESS = "press" as SendId;

/** What comes of considering a text. */
const OUTCOMES: Readonly<Record<string, Considered | "rejects">> = {
  open: { kind: "answer", answer: { text: "Wij zijn open." } },
  strange: { kind: "unknown", isFailure: false },
  failing: { kind: "unknown", isFailure: true },
  view: { kind: "wanted", trigger: "demo_request", source: "text" },
  price: { kind: "wanted", trigger: "price_question", source: "text" },
  yes: { kind: "wanted", trigger: "unknown", source: "button" },
  no: { kind: "declined" },
  hello: { kind: "polite", intent: "greet" },
  person: { kind: "unknown", isFailure: false, isRepeated: true },
  elsewhere: { kind: "nothing" },
  broken: "rejects",
  "jan@x.nl": { kind: "unknown", isFailure: false },
  "sla over": { kind: "unknown", isFailure: false },
};
/** Where nothing is answered, silence has its reason (T22). */
const TEXTS = Object.keys(OUTCOMES).filter((text) => text !== "elsewhere");

describe("paths", () => {
  const asking = conversationMachine.provide({ guards: { mustAsk: () => true } });
  const done = "xstate.done.actor.0.conversation.bot.considering";
  const events = [
    ...["strange", "jan@x.nl", "sla over"].map((text, index) => ({
      type: "VISITOR_SAID",
      said: { id: `m${index}`, text },
    })),
    { type: "PERSON_ASKED", trigger: "human_request", press: PRESS },
    { type: "FIELDS_ASKED", trigger: "human_request", source: "button", answers: PRESS, fields: [EMAIL] },
    { type: "FIELDS_GIVEN", info: { email: "jan@x.nl" } },
    { type: "FIELDS_SKIPPED" },
    { type: "FEEDBACK_GIVEN", answers: "fb", helpful: false },
    { type: "HANDOFF_REFUSED", answers: PRESS },
    { type: "NOBODY_CALLED", isTold: false },
    { type: "NOBODY_CALLED", isTold: true },
    { type: "NOT_PAUSED" },
    { type: "RESUMED", offer: "unknown", unknowns: 1, nobody: false },
    ...CONTROLS.map((control) => ({ type: "CONTROL_CHANGED", control })),
    { type: "STARTED_OVER" },
    ...Object.values(OUTCOMES).flatMap((output) => (output === "rejects" ? [] : [{ type: done, output }])),
    { type: done.replace("done", "error"), error: new Error("broken") },
  ] as unknown as ConversationEvent[];

  /** What a state is to somebody who looks at it, with what decides where an event leads. */
  const stateOf = ({ value, context }: ReturnType<typeof initialTransition<typeof conversationMachine>>[0]) =>
    JSON.stringify([
      value,
      context.waiting.length > 1,
      context.nobody,
      Math.min(context.unknowns, 1),
      context.fields !== null,
      context.misses,
      context.asks,
    ]);

  const paths = [conversationMachine, asking].flatMap((machine) =>
    getShortestPaths(machine, {
      events,
      serializeState: (state) => stateOf(state as never),
      limit: 200_000,
      stopWhen: ({ context }) => context.waiting.length > 2 || context.causes.length > 1,
    }).map((path) => ({ machine, path })),
  );

  it("F2 every state is reached, and from every state another conversation begins from nothing", () => {
    const reached = paths.map(({ path }) => JSON.stringify(path.state.value));
    expect(new Set(reached)).toEqual(
      new Set(
        [
          { bot: "listening" },
          { bot: "considering" },
          { procedure: "collecting" },
          { procedure: "transferring" },
          "waiting",
          "human",
          "survey",
          "closed",
        ].map((value) => JSON.stringify(value)),
      ),
    );
    for (const { machine, path } of paths) {
      const again = getNextSnapshot(machine, path.state, { type: "STARTED_OVER" });
      expect(again.value).toEqual(initialTransition(machine)[0].value);
      expect(again.context).toMatchObject({
        waiting: [],
        offer: null,
        unknowns: 0,
        causes: [],
        nobody: false,
      });
    }
  });

  it("every event that a state names is met in it, and leads somewhere", () => {
    const met = new Set<string>();
    for (const { machine, path } of paths) {
      for (const event of events) {
        const before = JSON.stringify(path.state.value);
        if (path.state.can(event)) met.add(`${before} ${event.type.split(".").slice(0, 2).join(".")}`);
        expect(() => getNextSnapshot(machine, path.state, event as never)).not.toThrow();
      }
    }
    const inState = (value: unknown) =>
      [...met]
        .filter((line) => line.startsWith(`${JSON.stringify(value)} `))
        .map((line) => line.split(" ").at(-1));
    expect(inState({ bot: "considering" })).toEqual(
      expect.arrayContaining([
        "VISITOR_SAID",
        "PERSON_ASKED",
        "FIELDS_ASKED",
        "FEEDBACK_GIVEN",
        "HANDOFF_REFUSED",
        "CONTROL_CHANGED",
        "xstate.done",
        "xstate.error",
      ]),
    );
    expect(inState({ procedure: "collecting" })).toEqual(
      expect.arrayContaining([
        "VISITOR_SAID",
        "PERSON_ASKED",
        "FIELDS_ASKED",
        "FIELDS_GIVEN",
        "FIELDS_SKIPPED",
        "HANDOFF_REFUSED",
        "NOBODY_CALLED",
        "NOT_PAUSED",
        "CONTROL_CHANGED",
      ]),
    );
    expect(inState("survey")).toEqual(expect.arrayContaining(["CONTROL_CHANGED", "STARTED_OVER"]));
  });
});

type Step =
  | { readonly do: "say"; readonly text: string }
  | { readonly do: "think" | "ask" | "refuse" | "fields" | "give" | "skip" | "nobody" | "unhelpful" }
  | { readonly do: "control"; readonly control: Control };

const say = fc.constantFrom(...TEXTS).map((text): Step => ({ do: "say", text }));
const act = fc
  .constantFrom("think", "ask", "refuse", "fields", "give", "skip", "nobody", "unhelpful")
  .map((name): Step => ({ do: name }));
const pass = fc.constantFrom(...CONTROLS).map((control): Step => ({ do: "control", control }));

/** Lives through the steps, and keeps the story. */
async function live(steps: readonly Step[], mustAsk: boolean) {
  const effects: ConversationEffect[] = [];
  const thinking: (() => void)[] = [];
  const actor = createActor(
    conversationMachine.provide({
      actors: {
        consider: fromPromise(
          ({ input }) =>
            new Promise<Considered>((resolve, reject) => {
              const outcome = OUTCOMES[input.said.text] ?? { kind: "unknown", isFailure: false };
              const isOff =
                outcome !== "rejects" && outcome.kind === "wanted" && input.causes.includes(outcome.trigger);
              const found = isOff ? ({ kind: "unknown", isFailure: false } as const) : outcome;
              thinking.push(() => (found === "rejects" ? reject(new Error("broken")) : resolve(found)));
            }),
        ),
      },
      guards: { mustAsk: () => mustAsk },
    }),
  );
  for (const type of ["reply", "say", "restate", "begin", "escalate"] as const)
    actor.on(type, (effect) => effects.push(effect));
  actor.start();
  const said: { readonly id: SendId; readonly isCollecting: boolean }[] = [];
  let silentSince: number | null = null;
  /** What the server has answered already: it answers once. */
  const settled = new Set<ConversationEffect>();

  const think = async () => {
    for (let next = thinking.shift(); next !== undefined; next = thinking.shift()) {
      next();
      // Turns of the promise queue until the machine has heard of it.
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    }
  };
  for (const step of steps) {
    const newest = effects.findLast(({ type }) => type === "begin" || type === "escalate");
    const asked = newest !== undefined && settled.has(newest) ? undefined : newest;
    const answers = asked?.answers ?? PRESS;
    if (step.do === "say") {
      const id = `m${said.length}` as SendId;
      said.push({ id, isCollecting: actor.getSnapshot().matches({ procedure: "collecting" }) });
      actor.send({ type: "VISITOR_SAID", said: { id, text: step.text } });
    }
    if (step.do === "think") await think();
    if (step.do === "ask") actor.send({ type: "PERSON_ASKED", trigger: "human_request", press: PRESS });
    if (asked !== undefined && (step.do === "refuse" || step.do === "nobody")) settled.add(asked);
    if (step.do === "refuse" && asked !== undefined) actor.send({ type: "HANDOFF_REFUSED", answers });
    if (step.do === "fields" && asked?.type === "begin") {
      const { trigger, source } = asked;
      actor.send({ type: "FIELDS_ASKED", trigger, source, answers, fields: [EMAIL] });
    }
    if (step.do === "give") actor.send({ type: "FIELDS_GIVEN", info: { email: "jan@x.nl" } });
    if (step.do === "skip") actor.send({ type: "FIELDS_SKIPPED" });
    // The server says so only after it was asked.
    if (step.do === "nobody" && asked?.type === "escalate")
      actor.send({ type: "NOBODY_CALLED", isTold: true });
    if (step.do === "unhelpful")
      actor.send({ type: "FEEDBACK_GIVEN", answers: `fb${effects.length}` as SendId, helpful: false });
    if (step.do === "control") {
      actor.send({ type: "CONTROL_CHANGED", control: step.control });
      if (step.control !== "bot") silentSince ??= effects.length;
    }
  }
  await think();
  const end = actor.getSnapshot();
  actor.stop();
  return { effects, said, end, silentSince };
}

describe("ten thousand ways through", () => {
  const steps = fc.array(
    fc.oneof({ arbitrary: say, weight: 3 }, { arbitrary: act, weight: 4 }, { arbitrary: pass, weight: 1 }),
    { maxLength: 30 },
  );

  it("F1 F19 Q14 never silence without a reason, never two voices, never a second handoff for one cause", async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (schedule, mustAsk) => {
        const { effects, said, end, silentSince } = await live(schedule, mustAsk);
        const spoken = effects.filter(({ type }) => type === "reply" || type === "say" || type === "restate");
        const answered = new Set(effects.map(({ answers }) => answers));
        // Silence has a reason: a person was asked for, or has it; or it was an answer to what Sophie had asked.
        const isBots = end.matches("bot") && silentSince === null;
        const waiting = new Set(end.context.waiting.map(({ id }) => id));
        const isWaited = (id: SendId) => end.matches("procedure") && waiting.has(id);
        const isTheirs = !isBots && !end.matches("procedure");
        const silent = said.filter(
          ({ id, isCollecting }) => !(answered.has(id) || isCollecting || isWaited(id) || isTheirs),
        );
        expect(silent).toEqual([]);
        // One voice: nothing after a person has it, and one answer to a message.
        expect(effects.length).toBe(silentSince ?? effects.length);
        for (const { id } of said)
          expect(spoken.filter(({ answers }) => answers === id).length).toBeLessThanOrEqual(1);
        // One handoff for one cause, as far as nobody was called for it; a refused one may be asked for again.
        const causes = end.context.causes.filter((cause) => cause !== "human_request" && cause !== "unknown");
        expect(new Set(causes).size).toBe(causes.length);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it("Q14 once a person has it the bot says nothing in a thousand random continuations, in flight or not", async () => {
    const before = fc.array(fc.oneof(say, act), { maxLength: 8 });
    const taker = fc.constantFrom<Control>("human_pending", "human", "survey", "closed");
    const after = fc.array(fc.oneof(say, act, pass), { maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(before, taker, after, fc.boolean(), async (early, control, late, mustAsk) => {
        const { effects, silentSince } = await live([...early, { do: "control", control }, ...late], mustAsk);
        expect(effects.length).toBe(silentSince);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
