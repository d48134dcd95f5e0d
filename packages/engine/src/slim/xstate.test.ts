/** XState and its stand-in are given the same machines and the same events, and must live through the same. */
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { VirtualClock } from "../testing/virtual-clock.ts";

async function world(isSlim: boolean) {
  vi.resetModules();
  if (isSlim) vi.doMock("xstate", () => import("./xstate.ts"));
  else vi.doUnmock("xstate");
  return {
    library: await import("xstate"),
    conversation: await import("../conversation/machine.ts"),
    connection: await import("../connection/machine.ts"),
  };
}

type World = Awaited<ReturnType<typeof world>>;

const REAL = await world(false);
const SLIM = await world(true);

const CONNECTION_STATES = [
  "idle",
  "live",
  { live: "connecting" },
  { live: "online" },
  { live: { online: { heartbeat: "quiet" } } },
  { live: { online: { heartbeat: "asking" } } },
  { live: { online: { steadiness: "fresh" } } },
  { live: { online: { steadiness: "steady" } } },
  "waiting",
  "stopped",
] as const;

const CONVERSATION_STATES = [
  "bot",
  { bot: "listening" },
  { bot: "considering" },
  "procedure",
  { procedure: "triggered" },
  { procedure: "collecting" },
  { procedure: "transferring" },
  "waiting",
  "human",
  "survey",
  "closed",
] as const;

/** A step of a schedule: an event, or time that passes. */
type Step = { readonly send: { readonly type: string } } | { readonly passMs: number };

const connectionSteps = fc.array(
  fc.oneof(
    fc
      .constantFrom("START", "STOP", "RETRY", "OPENED", "WELCOMED", "HEARD", "DROP")
      .map((type) => ({ send: { type } })),
    fc.constantFrom(1006, 4003, 4004, 1012).map((code) => ({ send: { type: "CLOSED", code } })),
    fc.constantFrom(100, 900, 5_000, 8_000, 10_000, 15_000, 23_000).map((passMs) => ({ passMs })),
  ),
  { maxLength: 40 },
);

function runConnection({ library, connection }: World, steps: readonly Step[]): readonly string[] {
  const story: string[] = [];
  const clock = new VirtualClock();
  const note = (name: string) => () => void story.push(name);
  const actor = library.createActor(
    connection.connectionMachine.provide({
      actions: {
        open: note("open"),
        hello: note("hello"),
        flush: note("flush"),
        ping: note("ping"),
        letGo: note("letGo"),
        planNextTry: library.assign(({ context }) => ({ delayMs: 500 * (context.attempt + 1) })),
      },
    }),
    {
      clock: {
        setTimeout: (callback: () => void, delayMs: number) => clock.after(delayMs, callback),
        clearTimeout: (cancel: unknown) => typeof cancel === "function" && cancel(),
      },
    },
  );
  actor.subscribe((snapshot) => {
    const states = CONNECTION_STATES.filter((state) => snapshot.matches(state as never));
    story.push(JSON.stringify({ states, context: snapshot.context }));
  });
  actor.start();
  for (const step of steps) {
    if ("send" in step) actor.send(step.send as never);
    else clock.advance(step.passMs);
  }
  actor.stop();
  clock.advance(60_000);
  return story;
}

const conversationSteps = fc.array(
  fc.oneof(
    fc.nat(9).map((number) => ({ type: "VISITOR_SAID", said: { id: `m${number}`, text: `text ${number}` } })),
    fc
      .constantFrom("human_request", "demo_request")
      .map((trigger) => ({ type: "PERSON_ASKED", trigger, press: "press" })),
    fc.constantFrom("m1", "press").map((answers) => ({
      type: "FIELDS_ASKED",
      trigger: "human_request",
      source: "button",
      answers,
      fields: [{ key: "email", kind: "email", label: {}, pattern: null }],
    })),
    fc.constantFrom({}, { email: "jan@x.nl" }).map((info) => ({ type: "FIELDS_GIVEN", info })),
    fc
      .constantFrom("sla over", "jan@x.nl", "dat zeg ik niet")
      .map((text) => ({ type: "VISITOR_SAID", said: { id: "m2", text } })),
    fc.constantFrom("FIELDS_SKIPPED", "NOT_PAUSED").map((type) => ({ type })),
    fc.boolean().map((isTold) => ({ type: "NOBODY_CALLED", isTold })),
    fc.boolean().map((helpful) => ({ type: "FEEDBACK_GIVEN", answers: "fb", helpful })),
    fc.constantFrom(0, 1).map((unknowns) => ({ type: "RESUMED", offer: null, unknowns, nobody: false })),
    fc
      .constantFrom("bot", "human_pending", "human", "survey", "closed")
      .map((control) => ({ type: "CONTROL_CHANGED", control })),
    fc.constant({ type: "HANDOFF_REFUSED", answers: "m0" }),
    fc.constant({ type: "STARTED_OVER" }),
    fc.constant({ type: "settle" }),
  ),
  { maxLength: 25 },
);

/** What `consider` makes of the messages, by their number. */
const OUTCOMES = [
  { kind: "answer", answer: { text: "answer" } },
  { kind: "unknown", isFailure: false },
  { kind: "wanted", trigger: "price_question", source: "text" },
  { kind: "wanted", trigger: "unknown", source: "button" },
  { kind: "unknown", isFailure: true },
  { kind: "declined" },
  null,
] as const;

async function runConversation(
  { library, conversation }: World,
  steps: readonly { readonly type: string }[],
): Promise<readonly string[]> {
  const story: string[] = [];
  const actor = library.createActor(
    conversation.conversationMachine.provide({
      actors: {
        consider: library.fromPromise(({ input }: { input: { said: { id: string } } }) => {
          story.push(`consider ${JSON.stringify(input)}`);
          const outcome = OUTCOMES[Number(input.said.id.slice(1)) % OUTCOMES.length];
          return outcome ? Promise.resolve(outcome) : Promise.reject(new Error("no idea"));
        }) as never,
      },
      guards: { mustAsk: () => steps.length % 2 === 0 },
    }),
  );
  for (const type of ["reply", "say", "restate", "begin", "escalate"] as const) {
    actor.on(type, (effect) => void story.push(JSON.stringify(effect)));
  }
  actor.subscribe((snapshot) => {
    const states = CONVERSATION_STATES.filter((state) => snapshot.matches(state as never));
    story.push(JSON.stringify({ states, context: snapshot.context }));
  });
  actor.start();
  for (const step of steps) {
    if (step.type === "settle") await settled();
    else actor.send(step as never);
  }
  await settled();
  actor.stop();
  return story;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("the slim XState", () => {
  it("lives through a line to the server as XState does", () => {
    fc.assert(
      fc.property(connectionSteps, (steps) => {
        expect(runConnection(SLIM, steps)).toEqual(runConnection(REAL, steps));
      }),
      { numRuns: 500 },
    );
  });

  it("lives through a conversation as XState does", async () => {
    await fc.assert(
      fc.asyncProperty(conversationSteps, async (steps) => {
        expect(await runConversation(SLIM, steps)).toEqual(await runConversation(REAL, steps));
      }),
      { numRuns: 500 },
    );
  });

  it("refuses a machine that uses what it does not have, when it is made", async () => {
    const { createActor, setup } = await import("./xstate.ts");
    const machine = setup({}).createMachine({ states: { a: { history: "deep" } as never } });
    expect(() => createActor(machine)).toThrow('The slim XState does not know "history" (state "a").');
  });
});
