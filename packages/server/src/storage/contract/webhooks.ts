/** The contract of webhooks: what is to be told is written with the step that it tells of, and told in its order. */
import { type ConversationId, type HandoffId, SiteId, type WebhookEvent } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Change, Webhook } from "../storage.ts";
import { changing, handoffOf, madeContact, newConversation } from "../testing/builders.ts";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

export function describeWebhooks(open: OpenContractStore): void {
  describe("webhooks", () => {
    let store: ContractStore;
    let sites = 0;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    async function hooked(...events: WebhookEvent[]): Promise<SiteId> {
      const site = SiteId.parse(`hooked-${++sites}`);
      const webhook: Webhook = {
        url: "https://example.org/",
        events,
        isOn: true,
        version: 1,
        secret: "whsec_x",
      };
      expect(await store.storage.saveWebhook(site, webhook)).toBe(true);
      return site;
    }

    const entry = (
      handoff: HandoffId,
      action: "create" | "start" | "create_contact",
    ): Change["entries"][number] => ({
      kind: "handoff",
      handoff,
      action,
      from: null,
      to: "pending",
      by: { kind: "system" },
      assignee: null,
      reason: null,
      version: 1,
    });

    /** Creates a handoff and starts it: two commits. */
    async function lived(site: SiteId): Promise<ConversationId> {
      const conversation = newConversation();
      const handoff = handoffOf(conversation, { site, mode: "async" });
      const begun = { site, visitor: handoff.visitor, language: "nl" } as const;
      await store.storage.change(
        changing(conversation, { open: begun, entries: [entry(handoff.id, "create")], handoff }),
      );
      const contact = madeContact(handoff);
      await store.storage.change({
        conversation,
        id: null,
        decide: () => ({
          ok: true,
          value: {
            entries: [entry(handoff.id, "start"), entry(handoff.id, "create_contact")],
            handoff,
            contact,
          },
        }),
      });
      return conversation;
    }

    const dueOf = async (site: SiteId) =>
      (await store.storage.dueDeliveries(Number.MAX_SAFE_INTEGER, 1_000)).filter((due) => due.site === site);

    it("F22 writes what is subscribed to and nothing else, with the step itself", async () => {
      const site = await hooked("handoff.created", "contact.created");
      await lived(site);
      const events = (await store.storage.deliveriesOf(site, 10)).map(({ event }) => event);
      expect(events).toEqual(["contact.created", "handoff.created"]);
    });

    it("F22 F18 tells the mode, so that a ticket for later can be made", async () => {
      const site = await hooked("handoff.created");
      await lived(site);
      const [due] = await dueOf(site);
      expect(JSON.parse(due?.body ?? "")).toMatchObject({
        type: "handoff.created",
        data: { mode: "async", status: "pending", site },
      });
    });

    it("F22 a site without a webhook, and one that is off, keep nothing to tell", async () => {
      const site = await hooked("handoff.created");
      const webhook = await store.storage.webhook(site);
      if (webhook === null) throw new Error("It was saved.");
      expect(await store.storage.saveWebhook(site, { ...webhook, version: 2, isOn: false })).toBe(true);
      expect(await store.neighbour.saveWebhook(site, { ...webhook, version: 2 })).toBe(false);
      const none = SiteId.parse("no-hook");
      await Promise.all([lived(site), lived(none)]);
      expect([...(await dueOf(site)), ...(await dueOf(none))]).toEqual([]);
    });

    it("Q21 of one conversation only the first is due, until it is settled, and another does not wait for it", async () => {
      const site = await hooked("handoff.created", "handoff.started", "handoff.completed");
      await lived(site);
      await lived(site);
      const told: WebhookEvent[][] = [];
      for (let round = 0; round < 3; round += 1) {
        const due = await dueOf(site);
        told.push(due.map(({ event }) => event));
        for (const { id } of due) {
          const status = round === 0 ? "dead" : "delivered";
          await store.storage.settleDelivery(id, { status, nextAt: 0, response: 200, fault: null });
        }
      }
      expect(told).toEqual([
        ["handoff.created", "handoff.created"],
        ["handoff.started", "handoff.started"],
        ["handoff.completed", "handoff.completed"],
      ]);
      expect(await dueOf(site)).toEqual([]);
    });

    it("Q21 of two processes one takes a delivery, and when that one dies it is due again later", async () => {
      const site = await hooked("handoff.created");
      await lived(site);
      const [due] = await dueOf(site);
      if (due === undefined) throw new Error("It is due.");
      const taken = await Promise.all([
        store.storage.claimDelivery(due, due.nextAt + 60_000),
        store.neighbour.claimDelivery(due, due.nextAt + 60_000),
      ]);
      expect(taken.toSorted()).toEqual([false, true]);
      const now = (await store.storage.dueDeliveries(due.nextAt, 100)).filter((each) => each.site === site);
      expect(now).toEqual([]);
      expect(await dueOf(site)).toMatchObject([{ id: due.id, tries: 1 }]);
    });

    it("F22 replays what is settled, of its own site only, and forgets what is old", async () => {
      const site = await hooked("handoff.created");
      await lived(site);
      const [due] = await dueOf(site);
      const id = due?.id ?? "";
      expect(await store.storage.replayDelivery(site, id, 5)).toBe(false);
      await store.storage.settleDelivery(id, { status: "dead", nextAt: 0, response: 500, fault: "status" });
      expect(await store.storage.replayDelivery(SiteId.parse("other"), id, 5)).toBe(false);
      expect(await store.storage.replayDelivery(site, id, 5)).toBe(true);
      expect(await dueOf(site)).toMatchObject([{ id, tries: 0, nextAt: 5 }]);
      await store.storage.forgetDeliveries(Number.MAX_SAFE_INTEGER);
      expect(await dueOf(site)).toHaveLength(1);
      await store.storage.settleDelivery(id, { status: "delivered", nextAt: 0, response: 200, fault: null });
      await store.storage.forgetDeliveries(Number.MAX_SAFE_INTEGER);
      expect(await store.storage.deliveriesOf(site, 10)).toEqual([]);
    });
  });
}
