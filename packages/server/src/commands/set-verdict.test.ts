/** Verdicts on what is over: who may give them, what they leave behind, and that of two who judge at once one wins. */
import {
  type Handoff,
  type HandoffId,
  isOpen,
  type SendId,
  VERDICT_KINDS,
  type VerdictKind,
} from "@sophie/engine";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changing, SITE } from "../storage/testing/builders.ts";
import { ClockedWorld, settingsWith, worker } from "../testing/clocked-world.ts";
import { newSendId } from "../testing/test-socket.ts";
import { cancelHandoff } from "./cancel-handoff.ts";
import { completeHandoff } from "./complete-handoff.ts";
import { setVerdict } from "./set-verdict.ts";
import { startHandoff } from "./start-handoff.ts";
import type { AgentActor } from "./world.ts";

const ANA = worker("Ana");
const BEN = worker("Ben");
const CARLA = worker("Carla", "supervisor");

let here: ClockedWorld;
beforeEach(async () => void (here = await ClockedWorld.open("2026-01-05T10:00Z", settingsWith(null))));
afterEach(() => here.close());

const on = ({ id, version }: Handoff) => ({ id: newSendId(), handoff: id, version });

async function completed(): Promise<Handoff> {
  const waiting = await here.waiting("high");
  await startHandoff(here.world, ANA, { type: "start-handoff", ...on(waiting) });
  const begun = await here.handoff(waiting);
  await completeHandoff(here.world, ANA, { type: "complete-handoff", ...on(begun) });
  return here.handoff(waiting);
}

function judge(agent: AgentActor, handoff: Handoff, verdict: VerdictKind, note = "", id?: SendId) {
  const message = { type: "set-verdict", ...on(handoff), verdict, note } as const;
  return setVerdict(here.world, agent, id === undefined ? message : { ...message, id });
}

const codeOf = (outcome: Awaited<ReturnType<typeof judge>>) => (outcome.ok ? "ok" : outcome.refusal.code);

describe("verdicts", () => {
  it.each(VERDICT_KINDS)(
    "H88 H89 the assignee says %s, and the handoff and its history hold it",
    async (kind) => {
      const handoff = await completed();
      here.at += 60_000;
      expect(codeOf(await judge(ANA, handoff, kind, "Belde meteen terug."))).toBe("ok");
      const judged = await here.handoff(handoff);
      const by = { id: ANA.id, name: ANA.name };
      expect(judged.verdict).toEqual({ kind, note: "Belde meteen terug.", by, at: here.at });
      expect([judged.version, judged.status]).toEqual([handoff.version + 1, "completed"]);
      expect((await here.history(handoff)).at(-1)).toMatchObject({
        action: "verdict",
        verdict: kind,
        reason: "Belde meteen terug.",
        by: { kind: "agent", ...by },
        version: judged.version,
      });
    },
  );

  it("H88 a verdict moves nothing else: the conversation stays closed and no timer is set", async () => {
    const handoff = await completed();
    const before = await here.world.storage.stateOf(handoff.conversation);
    await judge(ANA, handoff, "right_escalation");
    const after = await here.world.storage.stateOf(handoff.conversation);
    expect(after?.conversation.control).toBe(before?.conversation.control);
    expect(await here.world.storage.nextTimerAt()).toBeNull();
  });

  it("H88 what is still open has no verdict", async () => {
    const waiting = await here.waiting("high");
    expect(codeOf(await judge(CARLA, waiting, "right_escalation"))).toBe("invalid_transition");
    expect((await here.handoff(waiting)).verdict).toBeUndefined();
  });

  it("H88 a colleague does not judge what another had; a supervisor does, and a stranger sees nothing", async () => {
    const handoff = await completed();
    expect(codeOf(await judge(BEN, handoff, "wrong_escalation"))).toBe("not_assignee");
    const stranger: AgentActor = { ...BEN, roles: new Map() };
    expect(codeOf(await judge(stranger, handoff, "wrong_escalation"))).toBe("not_found");
    const analyst: AgentActor = { ...BEN, roles: new Map([[SITE, "analyst"]]) };
    expect(codeOf(await judge(analyst, handoff, "wrong_escalation"))).toBe("forbidden");
    expect(codeOf(await judge(CARLA, handoff, "wrong_escalation"))).toBe("ok");
  });

  it("H90 what nobody had and somebody cancelled can be judged by whoever works here", async () => {
    const waiting = await here.waiting("high");
    await cancelHandoff(here.world, ANA, { type: "cancel-handoff", ...on(waiting), reason: "spam" });
    const cancelled = await here.handoff(waiting);
    expect(isOpen(cancelled.status)).toBe(false);
    expect(codeOf(await judge(BEN, cancelled, "wrong_escalation"))).toBe("ok");
  });

  it("H88 of two who judge at once one wins, and the other is told what it is now", async () => {
    const handoff = await completed();
    const both = await Promise.all([
      judge(ANA, handoff, "customer_happy"),
      judge(CARLA, handoff, "wrong_escalation"),
    ]);
    expect(both.map(codeOf)).toEqual(["ok", "stale_version"]);
    const [, lost] = both;
    expect(lost.ok ? null : lost.refusal.handoff?.verdict?.kind).toBe("customer_happy");
  });

  it("H88 the same send twice is one verdict", async () => {
    const handoff = await completed();
    const id = newSendId();
    await judge(ANA, handoff, "right_escalation", "", id);
    expect(codeOf(await judge(ANA, handoff, "right_escalation", "", id))).toBe("ok");
    const verdicts = (await here.history(handoff)).filter(({ action }) => action === "verdict");
    expect(verdicts).toHaveLength(1);
  });

  it("H89 converted is said later, also when the conversation has had another handoff since", async () => {
    const first = await completed();
    await judge(ANA, first, "right_escalation");
    const judged = await here.handoff(first);
    const second: Handoff = {
      ...first,
      id: `${first.id}-again` as HandoffId,
      status: "pending",
      version: 1,
      assignee: null,
      completedAt: null,
      createdAt: here.at,
    };
    await here.world.storage.change(changing(first.conversation, { handoff: second }));
    here.at += 30 * 24 * 60 * 60_000;
    const outcome = await judge(ANA, judged, "converted");
    expect(codeOf(outcome)).toBe("ok");
    expect((await here.handoff(first)).verdict?.kind).toBe("converted");
    expect((await here.world.storage.stateOf(first.conversation))?.handoff?.id).toBe(second.id);
    expect(codeOf(await judge(ANA, judged, "too_late"))).toBe("stale_version");
    const groups = await here.world.storage.figures(SITE, 0, here.at);
    expect(groups.map(({ verdict, count }) => [verdict, count])).toContainEqual(["converted", 1]);
  });
});
