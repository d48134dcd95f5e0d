/** The order of a queue holds for whatever is given out, and whoever leaves it by hand is told and logged (Q8). */
import {
  type Agent,
  type AgentId,
  type Assignment,
  type Handoff,
  type HandoffSettings,
  PRIORITIES,
  priorityRank,
} from "@sophie/engine";
import * as fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { ClockedWorld, GENERAL, settingsWith, VISITING, worker } from "../testing/clocked-world.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";
import { cancelHandoff } from "./cancel-handoff.ts";
import { claimHandoff } from "./claim-handoff.ts";
import { offerWaiting } from "./offer-waiting.ts";
import { requestHandoff } from "./request-handoff.ts";
import { startHandoff } from "./start-handoff.ts";
import type { AgentActor, VisitorActor } from "./world.ts";

let here: ClockedWorld;
afterEach(() => here.close());

const at = (name: string): Agent => ({
  id: name.toLowerCase() as AgentId,
  name,
  role: "agent",
  presence: "online",
});

function settings(assign: Assignment): HandoffSettings {
  return { ...settingsWith(null), otherwise: { queue: GENERAL, mode: "live", assign } };
}

const open = () => here.world.storage.openHandoffs([VISITING.site]);
const seen = ({ id, version }: Handoff) => ({ id: newSendId(), handoff: id, version });
const carla = worker("Carla", "supervisor");

async function ask(trigger: "human_request" | "price_question" | "unknown", visitor: number): Promise<void> {
  await requestHandoff(
    here.world,
    { ...VISITING, id: `asking-${visitor}` as VisitorActor["id"] },
    {
      type: "request-handoff",
      id: newSendId(),
      conversation: newConversationId(),
      trigger,
      source: "button",
      message: null,
    },
  );
}

async function offer(): Promise<void> {
  const site = here.world.siteOf(VISITING.site);
  if (site !== undefined) await offerWaiting(here.world, site);
}

it("Q8 nothing is ever given out by itself while something more pressing of the queue waits that the same agent could have", async () => {
  const team = ["Ana", "Ben", "Cas"];
  const step = fc.oneof(
    fc.record({
      kind: fc.constant("ask" as const),
      trigger: fc.constantFrom("human_request" as const, "price_question" as const, "unknown" as const),
    }),
    fc.record({ kind: fc.constant("come" as const), who: fc.subarray(team) }),
    fc.record({ kind: fc.constant("offer" as const) }),
    fc.record({ kind: fc.constant("finish" as const), which: fc.nat(20) }),
  );
  here = await ClockedWorld.open("2026-01-05T10:00+01:00", settings({ kind: "next_available" }));
  let visitors = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      for (const left of await open()) await finish(left);
      here.present = [];
      for (const each of steps) {
        const before = new Map((await open()).map((handoff) => [handoff.id, handoff]));
        visitors += 1;
        if (each.kind === "ask") await ask(each.trigger, visitors);
        if (each.kind === "come") here.present = each.who.map(at);
        if (each.kind === "offer") await offer();
        if (each.kind === "finish") {
          const [chosen] = [...before.values()].slice(each.which % Math.max(1, before.size));
          if (chosen !== undefined) await finish(chosen);
        }
        const now = await open();
        const given = now.filter(
          ({ id, status }) => status === "assigned" && before.get(id)?.status !== "assigned",
        );
        const waiting = now.filter(({ status }) => status === "pending");
        const wronged = given.filter((one) =>
          waiting.some((other) => priorityRank(other.priority) < priorityRank(one.priority)),
        );
        expect(wronged).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

async function finish(handoff: Handoff): Promise<void> {
  await cancelHandoff(here.world, carla, { type: "cancel-handoff", ...seen(handoff), reason: "Done" });
}

it("Q8 what is claimed by hand holds up what would be given out below it, for those who could claim it", async () => {
  here = await ClockedWorld.open("2026-01-05T10:00+01:00", settings({ kind: "next_available" }));
  here.present = [at("Ana")];
  const byHand = await here.waiting("high", { rule: "by hand" });
  await ask("price_question", 1);
  await offer();
  expect((await open()).map(({ status }) => status)).toEqual(["pending", "pending"]);
  await startHandoff(here.world, worker("Ben"), { type: "start-handoff", ...seen(byHand) });
  await offer();
  expect((await open()).map(({ status }) => status).toSorted((a, b) => a.localeCompare(b))).toEqual([
    "assigned",
    "in_progress",
  ]);
});

type Take = (agent: AgentActor, handoff: Handoff, inOrder?: boolean) => ReturnType<typeof startHandoff>;
const start: Take = (agent, handoff, inOrder) =>
  startHandoff(here.world, agent, { type: "start-handoff", ...seen(handoff), inOrder });
const claim: Take = (agent, handoff, inOrder) =>
  claimHandoff(here.world, agent, { type: "claim-handoff", ...seen(handoff), inOrder });

it.each([
  ["starts", start],
  ["claims", claim],
])(
  "P51 Q8 whoever %s a lower one is told of the more pressing one, may go on, and it is logged",
  async (_, take) => {
    here = await ClockedWorld.open("2026-01-05T10:00+01:00", settings({ kind: "claim" }));
    const low = await here.waiting("low");
    const normal = await here.waiting("normal");
    const high = await here.waiting("high");
    expect(await take(worker("Ana"), low, true)).toMatchObject({
      ok: false,
      refusal: { code: "more_pressing_waits", handoff: { id: high.id } },
    });
    expect(await here.handoff(low)).toMatchObject({ status: "pending", version: 1 });
    expect(await take(worker("Ana"), low)).toMatchObject({ ok: true });
    expect((await here.history(low)).at(-1)).toMatchObject({ passedOver: high.id });
    expect(await take(worker("Ana"), high, true)).toMatchObject({ ok: true });
    expect(await take(worker("Ana"), normal, true)).toMatchObject({ ok: true });
    for (const each of [high, normal])
      expect((await here.history(each)).at(-1)).not.toHaveProperty("passedOver");
  },
);

it("Q8 what is reserved for somebody is theirs to start at once, and the log says what it was put before", async () => {
  here = await ClockedWorld.open("2026-01-05T10:00+01:00", settings({ kind: "claim" }));
  const mine = await here.waiting("low", {
    status: "assigned",
    assignee: { id: "ana" as AgentId, name: "Ana" },
  });
  const high = await here.waiting("high");
  expect(await start(worker("Ana"), mine, true)).toMatchObject({ ok: true });
  expect((await here.history(mine)).at(-1)).toMatchObject({ action: "start", passedOver: high.id });
});

it("Q8 what somebody could not have, or waits elsewhere, is nobody's to be told of", async () => {
  const base = settings({ kind: "claim" });
  const queues = base.queues.map((queue) => ({ ...queue, members: ["ben" as AgentId] }));
  here = await ClockedWorld.open("2026-01-05T10:00+01:00", { ...base, queues });
  const ana = { id: "ana" as AgentId, name: "Ana" };
  await here.waiting("high", { queue: null });
  await here.waiting("high", { status: "in_progress", assignee: ana });
  await here.waiting("high", { mode: "none" });
  await here.waiting("high", { previousAssignee: { id: "ben" as AgentId, name: "Ben" } });
  for (const [name, priority] of [
    ["Ana", "low"],
    ["Ben", "low"],
    ["Ben", PRIORITIES[1]],
  ] as const) {
    expect(await start(worker(name), await here.waiting(priority), true)).toMatchObject({ ok: true });
  }
});
