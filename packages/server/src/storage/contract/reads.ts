/** The contract of what is read: the log by seq, handoffs by site and status, contacts, receipts and timers. */
import { type Handoff, HandoffId, SendId, SiteId, refuse } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changing,
  contactOf,
  handoffOf,
  madeContact,
  message,
  newConversation,
  saying,
} from "../testing/builders.ts";
import { type ClosedPlace, OPEN_HANDOFFS_MAX } from "../storage.ts";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

export function describeReads(open: OpenContractStore): void {
  describe("reads", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    it("resumes a log: everything after a seq, in order, as far as the limit", async () => {
      const conversation = newConversation();
      for (const id of ["m1", "m2", "m3", "m4"]) await store.storage.change(saying(conversation, id));
      const seqs = async (since: number, limit: number) =>
        (await store.storage.entriesSince(conversation, since, limit)).map(({ seq }) => seq);
      expect(await seqs(0, 10)).toEqual([1, 2, 3, 4]);
      expect(await seqs(1, 2)).toEqual([2, 3]);
      expect(await seqs(4, 10)).toEqual([]);
    });

    it("finds a message by the id that its sender gave it, in its own conversation only", async () => {
      const [one, other] = [newConversation(), newConversation()];
      await store.storage.change(saying(one, "m1", "Hallo"));
      expect(await store.storage.entryById(one, SendId.parse("m1"))).toMatchObject({ text: "Hallo", seq: 1 });
      expect(await store.storage.entryById(other, SendId.parse("m1"))).toBeNull();
      expect(await store.storage.entryById(one, SendId.parse("m2"))).toBeNull();
    });

    it("knows nothing of what was never stored", async () => {
      const unknown = newConversation();
      expect(await store.storage.stateOf(unknown)).toBeNull();
      expect(await store.storage.handoff(HandoffId.parse("nowhere"))).toBeNull();
      expect(await store.storage.contact(HandoffId.parse("nowhere"))).toBeNull();
      expect(await store.storage.entriesSince(unknown, 0, 10)).toEqual([]);
    });

    it("keeps a conversation's newest handoff in its state, and every older one by its id", async () => {
      const conversation = newConversation();
      const first = handoffOf(conversation);
      const second = handoffOf(conversation, { id: HandoffId.parse(`second-of-${conversation}`) });
      await store.storage.change(changing(conversation, { handoff: first }));
      const done = { ...first, status: "completed", version: 2, completedAt: 5 } as const;
      await store.storage.change(changing(conversation, { handoff: done }));
      await store.storage.change(changing(conversation, { handoff: second }));
      expect((await store.storage.stateOf(conversation))?.handoff).toEqual(second);
      expect(await store.storage.handoff(first.id)).toEqual(done);
    });

    it("keeps both handoffs when one ends and the next begins in one batch", async () => {
      const conversation = newConversation();
      const first = handoffOf(conversation);
      const second = handoffOf(conversation, { id: HandoffId.parse(`second-of-${conversation}`) });
      const done = { ...first, status: "completed", version: 2 } as const;
      await Promise.all(
        [first, done, second].map((handoff) => store.storage.change(changing(conversation, { handoff }))),
      );
      expect(await store.storage.handoff(first.id)).toEqual(done);
      expect((await store.storage.stateOf(conversation))?.handoff).toEqual(second);
    });

    it("lists the open handoffs of the sites that are asked for, and no others (Q16)", async () => {
      const [mine, theirs] = [SiteId.parse("open-mine"), SiteId.parse("open-theirs")];
      const statuses = ["pending", "assigned", "in_progress", "completed", "cancelled"] as const;
      for (const site of [mine, theirs]) {
        for (const status of statuses) {
          const conversation = newConversation();
          const handoff = handoffOf(conversation, { site, status });
          await store.storage.change(changing(conversation, { handoff }, null, site));
        }
      }
      const found = await store.storage.openHandoffs([mine]);
      expect(found.map(({ status }) => status).toSorted()).toEqual(["assigned", "in_progress", "pending"]);
      expect(new Set(found.map(({ site }) => site))).toEqual(new Set([mine]));
      expect(await store.storage.openHandoffs([mine, theirs])).toHaveLength(6);
      expect(await store.storage.openHandoffs([])).toEqual([]);
      const waiting = await store.storage.waitingHandoffs(mine);
      expect(waiting.map(({ site, status }) => [site, status])).toEqual([[mine, "pending"]]);
    });

    it("lists the handoffs that are over by status, last changed first, page by page", async () => {
      const site = SiteId.parse("closed-site");
      for (const updatedAt of [10, 30, 20, 40]) {
        const conversation = newConversation();
        const status = updatedAt === 40 ? "cancelled" : "completed";
        const handoff = handoffOf(conversation, { site, status, updatedAt });
        await store.storage.change(changing(conversation, { handoff }, null, site));
      }
      const times = async (status: "completed" | "cancelled", updatedAt: number | null, limit: number) => {
        const before = updatedAt === null ? null : { updatedAt, id: null };
        return (await store.storage.closedHandoffs([site], status, before, limit)).map(
          (handoff) => handoff.updatedAt,
        );
      };
      expect(await times("completed", null, 2)).toEqual([30, 20]);
      expect(await times("completed", 20, 2)).toEqual([10]);
      expect(await times("cancelled", null, 2)).toEqual([40]);
      expect(await store.storage.closedHandoffs([], "completed", null, 2)).toEqual([]);
    });

    it("pages through handoffs that were over at one instant without skipping or repeating one", async () => {
      const site = SiteId.parse("closed-at-once");
      const put: HandoffId[] = [];
      for (const updatedAt of [5, 7, 7, 7, 7, 7, 9]) {
        const conversation = newConversation();
        const handoff = handoffOf(conversation, { site, status: "completed", updatedAt });
        put.push(handoff.id);
        await store.storage.change(changing(conversation, { handoff }, null, site));
      }
      const found: HandoffId[] = [];
      let before: ClosedPlace | null = null;
      for (;;) {
        const page: readonly Handoff[] = await store.storage.closedHandoffs([site], "completed", before, 2);
        const last = page.at(-1);
        if (last === undefined) break;
        found.push(...page.map(({ id }) => id));
        before = last;
      }
      expect(found).toHaveLength(put.length);
      expect(new Set(found)).toEqual(new Set(put));
      expect([found[0], found.at(-1)]).toEqual([put.at(-1), put[0]]);
    });

    it("lists as many open handoffs as a desk can take, those that changed last, and counts them all", async () => {
      const site = SiteId.parse("flooded");
      const beyond = 3;
      await Promise.all(
        Array.from({ length: OPEN_HANDOFFS_MAX + beyond }, (_, at) => {
          const conversation = newConversation();
          const handoff = handoffOf(conversation, { site, updatedAt: at + 1 });
          return store.storage.change(changing(conversation, { handoff }, null, site));
        }),
      );
      const listed = await store.storage.openHandoffs([site]);
      expect(listed).toHaveLength(OPEN_HANDOFFS_MAX);
      expect(Math.min(...listed.map(({ updatedAt }) => updatedAt))).toBe(beyond + 1);
      expect(await store.storage.countOpenHandoffs([site])).toBe(OPEN_HANDOFFS_MAX + beyond);
      expect(await store.storage.countOpenHandoffs([])).toBe(0);
    });

    it("lists conversations under control of the bot that moved lately, newest first (T15)", async () => {
      const site = SiteId.parse("bot-site");
      const say = async (atMs: number, more: Parameters<typeof changing>[1] = {}) => {
        store.clock.nowMs = atMs;
        const conversation = newConversation();
        await store.storage.change(changing(conversation, { entries: [message("m1")], ...more }, null, site));
        return conversation;
      };
      await say(1_000);
      const middle = await say(2_000);
      await say(3_000, { control: "human_pending" });
      const last = await say(4_000);
      const ids = async (limit: number) =>
        (await store.storage.botConversations([site], 2_000, limit)).map(({ id }) => id);
      expect(await ids(10)).toEqual([last, middle]);
      expect(await ids(1)).toEqual([last]);
      expect(await store.storage.botConversations([], 0, 10)).toEqual([]);
    });

    it("H75 stores a contact and the handoff that it completes together", async () => {
      const conversation = newConversation();
      const handoff = handoffOf(conversation, { status: "completed" });
      await store.storage.change(changing(conversation, { handoff, contact: madeContact(handoff) }));
      expect(await store.storage.contact(handoff.id)).toEqual(contactOf(handoff));
    });

    it("Q4 P16 holds no receipt for what is not in the log", async () => {
      const conversation = newConversation();
      const beyond = { delivered: 2_147_483_647, read: 2_147_483_647 };
      expect(await store.storage.saveReceipt(conversation, "visitor", beyond)).toEqual({
        delivered: 0,
        read: 0,
      });
      await store.storage.change(saying(conversation, "a"));
      expect(await store.storage.saveReceipt(conversation, "visitor", beyond)).toEqual({
        delivered: 1,
        read: 1,
      });
    });

    it("Q4 raises receipts and never lowers them, whatever order they arrive in", async () => {
      const conversation = newConversation();
      const none = { delivered: 0, read: 0 };
      for (const id of ["a", "b", "c", "d", "e"]) await store.storage.change(saying(conversation, id));
      expect(await store.storage.receipts(conversation)).toEqual({ visitor: none, agent: none });
      const answers = await Promise.all([
        store.storage.saveReceipt(conversation, "visitor", { delivered: 3, read: 1 }),
        store.storage.saveReceipt(conversation, "visitor", { delivered: 5, read: 0 }),
        store.neighbour.saveReceipt(conversation, "visitor", { delivered: 2, read: 2 }),
        store.storage.saveReceipt(conversation, "agent", { delivered: 1, read: 1 }),
      ]);
      expect(answers[1].delivered).toBe(5);
      expect(await store.storage.saveReceipt(conversation, "visitor", none)).toEqual({
        delivered: 5,
        read: 2,
      });
      expect(await store.storage.receipts(conversation)).toEqual({
        visitor: { delivered: 5, read: 2 },
        agent: { delivered: 1, read: 1 },
      });
    });

    it("answers that it is there", async () => {
      expect(await store.storage.check()).toBe(true);
    });
  });

  describe("timers", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    it("Q11 sets, moves and clears timers with the change, and shows the due ones, oldest first", async () => {
      expect(await store.storage.nextTimerAt()).toBeNull();
      const [early, late, moved] = [newConversation(), newConversation(), newConversation()];
      const set = (conversation: typeof early, at: number | null) =>
        store.storage.change(changing(conversation, { timers: [{ kind: "sla-due", at }] }));
      await Promise.all([set(late, 300), set(early, 100), set(moved, 50)]);
      expect(await store.storage.nextTimerAt()).toBe(50);
      await set(moved, 900);
      const due = async (now: number, limit = 10) =>
        (await store.neighbour.dueTimers(now, limit)).map(({ conversation, at }) => [conversation, at]);
      expect(await due(99)).toEqual([]);
      expect(await due(300)).toEqual([
        [early, 100],
        [late, 300],
      ]);
      expect(await due(300, 1)).toEqual([[early, 100]]);
      await set(early, null);
      expect(await due(300)).toEqual([[late, 300]]);
      expect(await store.storage.nextTimerAt()).toBe(300);
    });

    it("Q11 leaves timers as they were when the rule refuses", async () => {
      const conversation = newConversation();
      await store.storage.change(changing(conversation, { timers: [{ kind: "sla-due", at: 1 }] }));
      await store.storage.change({ conversation, id: null, decide: () => refuse("not_found") });
      expect(await store.storage.dueTimers(1, 10)).toHaveLength(1);
    });
  });
}
