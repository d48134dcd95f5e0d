/** The contract of figures: written with every handoff, counted for reports, and silent about who anybody was. */
import {
  ContactId,
  type ConversationId,
  type Handoff,
  HandoffId,
  SiteId,
  VisitorId,
  type VerdictKind,
} from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changing, handoffOf, madeOf, newConversation, saying } from "../testing/builders.ts";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const START = 1_000 * DAY_MS;

const verdict = (kind: VerdictKind): Partial<Handoff> => ({
  verdict: { kind, note: "", by: { id: "ana", name: "Ana" } as NonNullable<Handoff["assignee"]>, at: START },
});

export function describeFigures(open: OpenContractStore): void {
  describe("figures", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    let sites = 0;
    const newSite = (): SiteId => {
      sites += 1;
      return SiteId.parse(`figured-${sites}`);
    };

    async function put(site: SiteId, more: Partial<Handoff> = {}): Promise<ConversationId> {
      const conversation = newConversation();
      const handoff = handoffOf(conversation, { site, createdAt: START, cycleAt: START, ...more });
      madeOf(await store.storage.change(changing(conversation, { handoff }, null, site)));
      return conversation;
    }

    it("H6 H92 counts handoffs of a period by what reports ask, wherever they were written", async () => {
      const site = newSite();
      const done = { status: "completed", contact: ContactId.parse("c1"), completedAt: START + 1 } as const;
      for (let at = 0; at < 3; at += 1) await put(site, { ...done, ...verdict("converted") });
      await put(site, { trigger: "price_question", channel: "whatsapp" });
      await put(site, { createdAt: START + DAY_MS });
      await put(newSite(), {});
      const groups = await store.neighbour.figures(site, START, START + DAY_MS);
      const common = { response: "none", ratings: 0, ratingSum: 0 };
      expect(groups.toSorted((a, b) => b.count - a.count)).toEqual([
        {
          ...common,
          trigger: "demo_request",
          channel: "web",
          status: "completed",
          verdict: "converted",
          hasContact: true,
          count: 3,
        },
        {
          ...common,
          trigger: "price_question",
          channel: "whatsapp",
          status: "pending",
          verdict: null,
          hasContact: false,
          count: 1,
        },
      ]);
    });

    it("H91 H96 tells how soon the first answer came, to the millisecond at every bound", async () => {
      const site = newSite();
      const bounds = [15 * MINUTE_MS, 60 * MINUTE_MS, 240 * MINUTE_MS, DAY_MS];
      for (const ms of bounds) {
        await put(site, { firstResponseAt: START + ms - 1 });
        await put(site, { firstResponseAt: START + ms });
      }
      await put(site);
      // It had its answer in the cycle before this one.
      const cycle = { cycle: 1, startedAt: START, dueAt: START, pickedUpAt: null, breachedAt: null };
      await put(site, { cycle: 2, cycles: [{ ...cycle, firstResponseAt: START + 1, endedAt: START + 2 }] });
      const counted = new Map<string, number>();
      for (const { response, count } of await store.storage.figures(site, START, START + 1)) {
        counted.set(response, (counted.get(response) ?? 0) + count);
      }
      expect(Object.fromEntries(counted)).toEqual({
        "15min": 2,
        "1h": 2,
        "4h": 2,
        "24h": 2,
        later: 1,
        none: 1,
      });
    });

    it("a handoff that changes is still one, and one that calls nobody is none", async () => {
      const site = newSite();
      const conversation = await put(site);
      const handoff = handoffOf(conversation, { site, createdAt: START, status: "cancelled", version: 2 });
      madeOf(await store.storage.change(changing(conversation, { handoff }, null, site)));
      await put(site, { mode: "none" });
      const groups = await store.storage.figures(site, START, START + 1);
      expect(groups.map(({ status, count }) => [status, count])).toEqual([["cancelled", 1]]);
    });

    it("F9 keeps what a visitor gave, whatever happens to the handoff afterwards", async () => {
      const site = newSite();
      const conversation = await put(site, { status: "completed" });
      const survey = { kind: "survey", rating: 4, comment: "" } as const;
      madeOf(await store.storage.change(changing(conversation, { entries: [survey] }, null, site)));
      const handoff = handoffOf(conversation, {
        site,
        createdAt: START,
        status: "completed",
        version: 2,
        ...verdict("customer_happy"),
      });
      madeOf(await store.storage.change(changing(conversation, { handoff }, null, site)));
      const unsaid = await put(site, { status: "completed", ...verdict("customer_happy") });
      const silence = { ...survey, rating: null };
      madeOf(await store.storage.change(changing(unsaid, { entries: [silence] }, null, site)));
      expect(await store.storage.figures(site, START, START + 1)).toMatchObject([
        { verdict: "customer_happy", count: 2, ratings: 1, ratingSum: 4 },
      ]);
    });

    it("F9 tells the middle handle time of each signal", async () => {
      const site = newSite();
      const handled = (minutes: number) => ({
        pickedUpAt: START + 5,
        completedAt: START + 5 + minutes * MINUTE_MS,
      });
      for (const ms of [50, 10, 900]) await put(site, handled(ms));
      for (const ms of [7, 9]) await put(site, { trigger: "custom", ...handled(ms) });
      await put(site, { trigger: "unknown" });
      const times = await store.storage.handleTimes(site, START, START + 1);
      expect(Object.fromEntries(times)).toEqual({
        demo_request: 50 * MINUTE_MS,
        custom: 7 * MINUTE_MS,
      });
    });

    it("5.5 counts what is over by score and outcome", async () => {
      const site = newSite();
      for (let at = 0; at < 2; at += 1) await put(site, { status: "completed", score: 71 });
      await put(site, { status: "cancelled", score: 12, ...verdict("wrong_escalation") });
      await put(site, { status: "in_progress", score: 99 });
      const groups = await store.storage.scoreFigures(site, START, START + 1);
      expect(groups.toSorted((a, b) => b.score - a.score)).toEqual([
        { score: 71, verdict: null, hasContact: false, count: 2 },
        { score: 12, verdict: "wrong_escalation", hasContact: false, count: 1 },
      ]);
    });

    it("H43 hands out the last handoffs, the newest first, with what made them urgent", async () => {
      const site = newSite();
      for (let at = 0; at < 4; at += 1) {
        const aged = at === 3 ? { levels: 2, at: START } : null;
        await put(site, { createdAt: START + at, score: at, confidence: 0.1 * at, aged });
      }
      const figures = await store.storage.urgencyFigures(site, 2);
      expect(figures).toEqual([
        {
          priority: "high",
          trigger: "demo_request",
          score: 3,
          confidence: 0.1 * 3,
          activity: "active",
          aged: 2,
        },
        { priority: "high", trigger: "demo_request", score: 2, confidence: 0.2, activity: "active", aged: 0 },
      ]);
    });

    it("T21 knows who needed nobody, and who was back within a week", async () => {
      const site = newSite();
      const talk = async (visitor: string, at: number, more: Partial<Handoff> | null = null) => {
        store.clock.nowMs = at;
        const conversation = newConversation();
        const opening = { site, visitor: VisitorId.parse(visitor), language: "nl" } as const;
        madeOf(
          await store.storage.change({
            conversation,
            id: null,
            decide: () => ({
              ok: true,
              value: {
                open: opening,
                entries: [],
                ...(more === null ? {} : { handoff: handoffOf(conversation, { site, ...more }) }),
              },
            }),
          }),
        );
      };
      await talk("once", START);
      await talk("back", START);
      await talk("back", START + 7 * DAY_MS);
      await talk("late", START);
      await talk("late", START + 7 * DAY_MS + 1);
      await talk("asked", START, {});
      await talk("earlier", START - 1);
      expect(await store.neighbour.containment(site, START, START + 1)).toEqual({
        conversations: 4,
        alone: 3,
        cameBack: 1,
      });
      expect(await store.storage.containment(newSite(), 0, START)).toEqual({
        conversations: 0,
        alone: 0,
        cameBack: 0,
      });
      store.clock.nowMs = START + 30 * DAY_MS;
    });

    it("N4 hands out how sure the detector was, of texts only, and what was said of it", async () => {
      const site = newSite();
      await put(site, { confidence: 0.61, ...verdict("too_late") });
      await put(site, { confidence: 0.72, createdAt: START + 1, ...verdict("wrong_escalation") });
      await put(site, { confidence: 0.83 });
      await put(site, { confidence: 1, source: "button", ...verdict("converted") });
      await put(site, { confidence: 0.94, createdAt: START - 1, ...verdict("converted") });
      expect(await store.storage.judgedConfidences(site, "demo_request", START, 10)).toEqual([
        { confidence: 0.72, verdict: "wrong_escalation" },
        { confidence: 0.61, verdict: "too_late" },
      ]);
      const since = await store.storage.confidencesSince(site, "demo_request", START);
      expect(since.toSorted((a, b) => a - b)).toEqual([0.61, 0.72, 0.83]);
    });

    it("H90 hands out the handoffs behind verdicts, by signal, the newest first", async () => {
      const site = newSite();
      const first = await put(site, verdict("wrong_escalation"));
      await put(site, verdict("converted"));
      const other = { trigger: "price_question", createdAt: START + 1 } as const;
      const second = await put(site, { ...other, ...verdict("wrong_escalation") });
      const wrong = ["wrong_escalation"] as const;
      const all = await store.storage.judgedHandoffs(site, wrong, null, 10);
      expect(all.map(({ conversation }) => conversation)).toEqual([second, first]);
      const demos = await store.storage.judgedHandoffs(site, wrong, "demo_request", 10);
      expect(demos.map(({ conversation }) => conversation)).toEqual([first]);
      expect(await store.storage.judgedHandoffs(site, wrong, null, 1)).toHaveLength(1);
    });

    it("N4 hands out what visitors wrote, and nothing that anybody else said", async () => {
      const site = newSite();
      store.clock.nowMs = START + 40 * DAY_MS;
      const conversation = newConversation();
      const said = (id: string, text: string) => {
        const { decide } = saying(conversation, id, text);
        return store.storage.change({
          conversation,
          id: null,
          decide: (state, at) => {
            const decided = decide(state, at);
            if (!decided.ok || state !== null) return decided;
            const opening = { site, visitor: VisitorId.parse("writer"), language: "nl" } as const;
            return { ok: true, value: { ...decided.value, open: opening } };
          },
        });
      };
      await said("w1", "eerst");
      store.clock.nowMs += 1;
      await said("w2", 'over "author":{"kind":"visitor"} gesproken');
      const entries = [
        { kind: "message", id: "b1", author: { kind: "bot" }, text: '"author":{"kind":"visitor"}' },
      ] as never;
      madeOf(await store.storage.change(changing(conversation, { entries }, null, site)));
      const texts = await store.neighbour.visitorTexts(site, START + 40 * DAY_MS, 10);
      expect(texts.map(({ text }) => text)).toEqual(['over "author":{"kind":"visitor"} gesproken', "eerst"]);
      expect(await store.storage.visitorTexts(site, START + 40 * DAY_MS + 1, 10)).toHaveLength(1);
      expect(await store.storage.visitorTexts(site, START, 1)).toHaveLength(1);
    });

    it("H89 a handoff that is not the newest is replaced, and the newest stays", async () => {
      const site = newSite();
      const conversation = await put(site, { status: "completed" });
      const older = handoffOf(conversation, { site, createdAt: START, status: "completed" });
      const newest = {
        ...older,
        id: HandoffId.parse(`second-of-${conversation}`),
        status: "pending",
      } as const;
      madeOf(await store.storage.change(changing(conversation, { handoff: newest }, null, site)));
      const judged: Handoff = { ...older, version: 2, ...verdict("converted") };
      const outcome = madeOf(
        await store.storage.change(changing(conversation, { older: judged }, null, site)),
      );
      expect([outcome.older, outcome.handoffChanged]).toEqual([judged, false]);
      expect((await store.neighbour.stateOf(conversation))?.handoff).toEqual(newest);
      expect(await store.neighbour.handoff(older.id)).toEqual(judged);
      const groups = await store.storage.figures(site, START, START + 1);
      expect(new Set(groups.map(({ verdict: said }) => said))).toEqual(new Set(["converted", null]));
    });
  });
}
