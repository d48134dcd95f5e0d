/** The contract of leads: consent before behaviour, each event once, and nothing left of it when consent is withdrawn. */
import {
  AgentId,
  type BehaviourEvent,
  NEVER_HOT,
  SendId,
  type Signal,
  SiteId,
  VisitorId,
} from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changing, handoffOf, madeContact, message, newConversation, SITE } from "../testing/builders.ts";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

const OTHER = SiteId.parse("other-site");
let made = 0;

function newVisitor(): { site: SiteId; visitor: VisitorId } {
  made += 1;
  return { site: SITE, visitor: VisitorId.parse(`lead-${made}`) };
}

function look(id: string, at: number): BehaviourEvent {
  return {
    id,
    at,
    session: "visit",
    kind: "page_viewed",
    page: `/${id}`,
    pageKind: "object",
    title: "Huis 🏡",
  };
}

export function describeLeads(open: OpenContractStore): void {
  describe("leads", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    it("Q23 stores nothing of a visitor who has not said yes", async () => {
      const key = newVisitor();
      expect(await store.storage.lead(key)).toBeNull();
      expect(await store.storage.saveBehaviour(key, [look("a", 1)])).toBe(false);
      await store.storage.saveStanding(key, { hot: { ...NEVER_HOT, isWaiting: true }, stage: "qualified" });
      expect(await store.storage.lead(key)).toBeNull();
      expect(await store.storage.behaviourOf(key, 10)).toEqual([]);
    });

    it("keeps each event once, and gives the newest, oldest first", async () => {
      const key = newVisitor();
      await store.storage.saveConsent(key, "given", 10);
      const events = [look("b", 2), look("a", 1), look("c", 3)];
      expect(await store.storage.saveBehaviour(key, events)).toBe(true);
      expect(await store.neighbour.saveBehaviour(key, [look("a", 9), look("d", 4)])).toBe(true);
      expect(await store.storage.saveBehaviour(key, [])).toBe(true);
      const ids = async (limit: number) =>
        (await store.neighbour.behaviourOf(key, limit)).map(({ id }) => id);
      expect(await ids(10)).toEqual(["a", "b", "c", "d"]);
      expect(await ids(2)).toEqual(["c", "d"]);
      expect((await store.storage.behaviourOf(key, 1))[0]).toEqual(look("d", 4));
    });

    it("keeps the newest thousand of one visitor", async () => {
      const key = newVisitor();
      await store.storage.saveConsent(key, "given", 1);
      for (let batch = 0; batch < 11; batch += 1) {
        const events = Array.from({ length: 100 }, (_, index) =>
          look(`${batch}-${index}`, batch * 100 + index),
        );
        await store.storage.saveBehaviour(key, events);
      }
      const kept = await store.storage.behaviourOf(key, 2_000);
      expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([1_000, 100, 1_099]);
    });

    it("Q23 withdrawn, all of it is gone, and of nobody else", async () => {
      const [key, neighbour] = [newVisitor(), newVisitor()];
      const elsewhere = { ...key, site: OTHER };
      for (const each of [key, neighbour, elsewhere]) {
        await store.storage.saveConsent(each, "given", 10);
        await store.storage.saveBehaviour(each, [look("a", 1)]);
        await store.storage.saveStanding(each, { hot: { ...NEVER_HOT, firedAt: 5 }, stage: "qualified" });
      }
      await store.neighbour.saveConsent(key, "withdrawn", 20);
      expect(await store.storage.lead(key)).toEqual({
        consent: "withdrawn",
        consentAt: 20,
        withdrawnAt: 20,
        hot: NEVER_HOT,
        stage: "top_of_funnel",
      });
      expect(await store.storage.behaviourOf(key, 10)).toEqual([]);
      expect(await store.storage.saveBehaviour(key, [look("b", 2)])).toBe(false);
      for (const each of [neighbour, elsewhere]) {
        expect(await store.storage.behaviourOf(each, 10)).toEqual([look("a", 1)]);
        expect(await store.storage.lead(each)).toMatchObject({ stage: "qualified", hot: { firedAt: 5 } });
      }
      await store.storage.saveConsent(key, "given", 30);
      expect(await store.storage.lead(key)).toMatchObject({
        consent: "given",
        consentAt: 30,
        withdrawnAt: 20,
      });
    });

    it("Q23 whoever withdraws while events arrive leaves none behind", async () => {
      const key = newVisitor();
      for (let round = 0; round < 30; round += 1) {
        await store.storage.saveConsent(key, "given", round);
        const arriving = Array.from({ length: 4 }, (_, index) =>
          [store.storage, store.neighbour][index % 2]?.saveBehaviour(key, [look(`${round}-${index}`, round)]),
        );
        await Promise.all([...arriving, store.neighbour.saveConsent(key, "withdrawn", round)]);
        expect(await store.storage.behaviourOf(key, 100)).toEqual([]);
      }
    });

    it("forgets what is old, of everybody", async () => {
      const [one, other] = [newVisitor(), newVisitor()];
      for (const key of [one, other]) {
        await store.storage.saveConsent(key, "given", 1);
        await store.storage.saveBehaviour(key, [look("old", -50), look("new", 1_000_000)]);
      }
      expect(await store.storage.forgetBehaviour(-49)).toBe(2);
      expect((await store.storage.behaviourOf(one, 10)).map(({ id }) => id)).toEqual(["new"]);
    });

    it("finds what a visitor said in all conversations, and the newest of them", async () => {
      const key = newVisitor();
      const opening = { site: key.site, visitor: key.visitor, language: "nl" } as const;
      const say = async (atMs: number, id: string) => {
        store.clock.nowMs = atMs;
        const conversation = newConversation();
        await store.storage.change(changing(conversation, { open: opening, entries: [message(id)] }));
        return conversation;
      };
      expect(await store.storage.newestConversationOf(key)).toBeNull();
      const first = await say(1_000, "m1");
      const second = await say(2_000, "m2");
      const signal: Signal = { type: "demo_request", confidence: 0.9, spans: [] };
      const by = { kind: "agent", id: AgentId.parse("ana"), name: "Ana" } as const;
      store.clock.nowMs = 3_000;
      await store.storage.change(
        changing(first, {
          entries: [
            { kind: "signal", message: SendId.parse("m1"), signal },
            { kind: "control", from: "bot", to: "human", by, handoff: null },
          ],
        }),
      );
      const talk = async (limit: number) =>
        (await store.storage.talkOf(key, limit)).map(({ conversation, entry }) => [conversation, entry.kind]);
      expect(await talk(10)).toEqual([
        [first, "message"],
        [second, "message"],
        [first, "signal"],
      ]);
      expect(await talk(1)).toEqual([[first, "signal"]]);
      expect(await store.storage.newestConversationOf(key)).toBe(first);
      expect(await store.storage.talkOf({ ...key, site: OTHER }, 10)).toEqual([]);
    });

    it("finds the newest contact that was made of a visitor", async () => {
      const key = newVisitor();
      expect(await store.storage.contactOf(key)).toBeNull();
      for (const createdAt of [1, 2]) {
        const conversation = newConversation();
        const handoff = handoffOf(conversation, { visitor: key.visitor });
        const contact = madeContact(handoff, { createdAt, firstName: `Anna ${createdAt}` });
        await store.storage.change(changing(conversation, { handoff, contact }));
      }
      expect(await store.storage.contactOf(key)).toMatchObject({ firstName: "Anna 2" });
    });
  });
}
