/** The contract of notifications: an agent hears of a handoff once in each way, from one process, until it is claimed. */
import { AgentId, DEFAULT_NOTIFICATION_SETTINGS, type Handoff, type HandoffId } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Alarm, Device } from "../storage.ts";
import { changing, handoffOf, newConversation } from "../testing/builders.ts";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

export function describeAlarms(open: OpenContractStore): void {
  describe("alarms", () => {
    let store: ContractStore;
    let agents = 0;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    const newAgent = () => AgentId.parse(`alarmed-${++agents}`);

    function alarmFor(agent: AgentId, more: Partial<Alarm> = {}): Alarm {
      const handoff: HandoffId = handoffOf(newConversation()).id;
      return { handoff, agent, way: "phone", at: 10, state: "waiting", tries: 0, nextAt: 10, ...more };
    }

    /** A handoff that is stored, in a conversation of its own. */
    async function stored(): Promise<Handoff> {
      const conversation = newConversation();
      const handoff = handoffOf(conversation);
      await store.storage.change(changing(conversation, { handoff }));
      return handoff;
    }

    const dueOf = async (agent: AgentId) =>
      (await store.storage.dueAlarms(1_000_000, 1_000)).filter((alarm) => alarm.agent === agent);

    it("H93 raises one of a handoff for an agent and a way, however often and by whichever process it is raised", async () => {
      const agent = newAgent();
      const alarm = alarmFor(agent);
      const mail = { ...alarm, way: "mail", nextAt: 300 };
      await Promise.all([store.storage.raiseAlarms([alarm, mail]), store.neighbour.raiseAlarms([alarm])]);
      await store.storage.raiseAlarms([{ ...alarm, at: 99, nextAt: 99 }]);
      expect(await dueOf(agent)).toEqual([alarm, mail]);
      expect((await store.storage.dueAlarms(9, 1_000)).filter((each) => each.agent === agent)).toEqual([]);
    });

    it("H93 of two processes one takes it, and after it was told it is raised no more", async () => {
      const agent = newAgent();
      const alarm = alarmFor(agent);
      await store.storage.raiseAlarms([alarm]);
      const taken = await Promise.all([
        store.storage.claimAlarm(alarm, 70),
        store.neighbour.claimAlarm(alarm, 70),
      ]);
      expect(taken.toSorted()).toEqual([false, true]);
      expect(await dueOf(agent)).toMatchObject([{ nextAt: 70 }]);
      expect(await store.storage.settleAlarm(alarm, { state: "told", tries: 1, nextAt: null })).toBe(true);
      await store.storage.raiseAlarms([alarm]);
      expect(await dueOf(agent)).toEqual([]);
    });

    it("H93 what waits is forgotten when it is claimed, and what was told is to be taken away; other handoffs stay", async () => {
      const agent = newAgent();
      const [claimed, unclaimed] = [await stored(), await stored()];
      const waiting = alarmFor(agent, { handoff: claimed.id });
      const told = { ...waiting, way: "laptop" };
      const elsewhere = alarmFor(agent, { handoff: unclaimed.id });
      await store.storage.raiseAlarms([waiting, told, elsewhere]);
      await store.storage.settleAlarm(told, { state: "told", tries: 0, nextAt: null });
      await store.storage.endAlarms(40);
      expect(await dueOf(agent)).toHaveLength(2);
      const handoff: Handoff = { ...claimed, status: "assigned" };
      await store.storage.change(changing(claimed.conversation, { handoff }));
      await Promise.all([store.storage.endAlarms(50), store.neighbour.endAlarms(50)]);
      expect(await dueOf(agent)).toEqual([elsewhere, { ...told, state: "over", nextAt: 50 }]);
      // Whoever was about to tell it learns that it was ended meanwhile.
      expect(await store.storage.settleAlarm(waiting, { state: "told", tries: 0, nextAt: null })).toBe(false);
      await store.storage.forgetAlarms(11);
      expect(await dueOf(agent)).toEqual([]);
    });

    it("H93 what was claimed and put back is raised anew, to those as well who were told before", async () => {
      const agent = newAgent();
      const handoff = await stored();
      const alarm = alarmFor(agent, { handoff: handoff.id });
      await store.storage.raiseAlarms([alarm]);
      await store.storage.settleAlarm(alarm, { state: "told", tries: 0, nextAt: null });
      const claimed: Handoff = { ...handoff, status: "assigned", version: 2 };
      await store.storage.change(changing(claimed.conversation, { handoff: claimed }));
      await store.storage.endAlarms(50);
      await store.storage.settleAlarm({ ...alarm, state: "over" }, { state: "done", tries: 0, nextAt: null });
      await store.storage.endAlarms(60);
      await store.storage.change(changing(claimed.conversation, { handoff: { ...handoff, version: 3 } }));
      await store.storage.raiseAlarms([{ ...alarm, at: 70, nextAt: 70 }]);
      expect(await dueOf(agent)).toEqual([{ ...alarm, at: 70, nextAt: 70 }]);
    });

    it("H93 a browser belongs to whoever used it last, ten are kept of one agent, and one is forgotten by its owner only", async () => {
      const [ana, ben] = [newAgent(), newAgent()];
      const device = (id: string, agent: AgentId, createdAt: number): Device => {
        const keys = { p256dh: "p", auth: "a" };
        return { id, agent, endpoint: `https://push.example/${id}`, keys, language: "nl", createdAt };
      };
      const shared = `shared-${ana}`;
      await store.storage.saveDevice(device(shared, ana, 1));
      await store.storage.saveDevice(device(shared, ben, 2));
      await store.storage.forgetDevice({ id: shared, agent: ana });
      expect(await store.storage.devicesOf([ana, ben])).toEqual([device(shared, ben, 2)]);
      for (let at = 3; at < 15; at += 1) await store.storage.saveDevice(device(`${ben}-${at}`, ben, at));
      expect((await store.storage.devicesOf([ben])).map(({ createdAt }) => createdAt)).toEqual([
        5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
      ]);
      await store.storage.forgetDevice({ id: `${ben}-14`, agent: ben });
      expect(await store.storage.devicesOf([ben])).toHaveLength(9);
      expect(await store.storage.devicesOf([])).toEqual([]);
    });

    it("H83 keeps what an agent settled, the newest of it, and nothing of who settled nothing", async () => {
      const [ana, ben] = [newAgent(), newAgent()];
      const settings = { ...DEFAULT_NOTIFICATION_SETTINGS, sound: false };
      await store.storage.saveNotificationSettings(ana, DEFAULT_NOTIFICATION_SETTINGS);
      await store.neighbour.saveNotificationSettings(ana, settings);
      expect(await store.storage.notificationSettings([ana, ben])).toEqual(new Map([[ana, settings]]));
    });
  });
}
