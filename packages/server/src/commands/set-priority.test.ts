/** Priorities set by hand: only with a reason, logged, and stronger than what is computed. */
import type { Handoff, Priority } from "@sophie/engine";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClockedWorld, settingsWith, worker } from "../testing/clocked-world.ts";
import { newSendId } from "../testing/test-socket.ts";
import { cancelHandoff } from "./cancel-handoff.ts";
import { claimHandoff } from "./claim-handoff.ts";
import { setPriority } from "./set-priority.ts";
import type { AgentActor } from "./world.ts";

const ANA = worker("Ana");
const BEN = worker("Ben");
const MINUTE_MS = 60_000;

let here: ClockedWorld;
beforeEach(async () => void (here = await ClockedWorld.open("2026-01-05T10:00Z", settingsWith(null))));
afterEach(() => here.close());

const on = ({ id, version }: Handoff) => ({ id: newSendId(), handoff: id, version });

async function set(agent: AgentActor, handoff: Handoff, priority: Priority, reason: string): Promise<string> {
  const message = { type: "set-priority", ...on(handoff), priority, reason } as const;
  const outcome = await setPriority(here.world, agent, message);
  return outcome.ok ? "ok" : outcome.refusal.code;
}

describe("H43 a priority by hand", () => {
  it("H43 needs a reason, and is in the history with it", async () => {
    const waiting = await here.waiting("normal");
    expect(await set(ANA, waiting, "urgent", "")).toBe("reason_required");
    expect((await here.handoff(waiting)).priority).toBe("normal");
    expect(await set(ANA, waiting, "urgent", "Belt vanmiddag een ander")).toBe("ok");
    const after = await here.handoff(waiting);
    expect([after.priority, after.version]).toEqual(["urgent", waiting.version + 1]);
    expect(after.dueAt).toBe(here.at + 15 * MINUTE_MS);
    expect((await here.history(waiting)).at(-1)).toMatchObject({
      action: "prioritise",
      priority: "urgent",
      reason: "Belt vanmiddag een ander",
      by: { id: ANA.id },
    });
  });

  it("H43 stays when the visitor goes, and waiting still raises it", async () => {
    const waiting = await here.waiting("high");
    expect(await set(ANA, waiting, "low", "Alleen een folder")).toBe("ok");
    await here.until(here.at + 30 * MINUTE_MS);
    const silent = await here.handoff(waiting);
    expect([silent.activity, silent.priority]).toEqual(["gone", "low"]);
    await here.until(here.at + 4 * 24 * 60 * MINUTE_MS);
    expect((await here.handoff(waiting)).priority).toBe("normal");
  });

  it("H43 is refused on what a colleague has, on what is over, and on what has changed since", async () => {
    const waiting = await here.waiting("high");
    await claimHandoff(here.world, ANA, { type: "claim-handoff", ...on(waiting) });
    expect(await set(BEN, waiting, "low", "x")).toBe("stale_version");
    expect(await set(BEN, await here.handoff(waiting), "low", "x")).toBe("not_assignee");
    const mine = await here.handoff(waiting);
    await cancelHandoff(here.world, ANA, { type: "cancel-handoff", ...on(mine), reason: "spam" });
    expect(await set(ANA, await here.handoff(waiting), "low", "x")).toBe("invalid_transition");
  });
});
