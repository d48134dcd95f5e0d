/** The contract of what sites know, and of the questions that they had no answer to. */
import { AgentId, type KnowledgeEntry, type Language, type SiteConfig, SiteId } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

const ANA = AgentId.parse("ana");
const BEN = AgentId.parse("ben");
const RACES = 30;
const VERSIONS_MAX = 20;
const DAY_MS = 24 * 60 * 60_000;

export function describeKnowledge(open: OpenContractStore): void {
  describe("knowledge", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    const site = async (id: string, knowledge: readonly KnowledgeEntry[] = []): Promise<SiteId> => {
      const config: SiteConfig = {
        id: SiteId.parse(id),
        name: id,
        language: "nl",
        accent: "#3e63dd",
        roleNouns: [],
        productNouns: [],
        triggers: [],
        afterClose: "reopen",
        knowledge: [...knowledge],
      };
      await store.storage.saveSite({ config, origins: [] });
      return config.id;
    };
    const knownTo = async (id: SiteId, storage = store.neighbour) =>
      (await storage.sites()).find(({ config }) => config.id === id)?.config.knowledge;
    const save = (id: SiteId, version: number, entries: readonly KnowledgeEntry[], storage = store.storage) =>
      storage.saveKnowledge(id, { version, entries }, { savedAt: version * 10, savedBy: ANA });

    it("T12 a site knows what it was set up with, until something was saved; then the newest version", async () => {
      const id = await site("known", [entry("first")]);
      expect(await store.storage.knowledge(id)).toBeNull();
      expect(await knownTo(id)).toEqual([entry("first")]);
      expect(await save(id, 1, [entry("second")])).toBe(true);
      expect(await knownTo(id)).toEqual([entry("second")]);
      const change = { version: 2, entries: [] };
      expect(await store.neighbour.saveKnowledge(id, change, { savedAt: 20, savedBy: BEN })).toBe(true);
      expect(await store.storage.knowledge(id)).toEqual({ version: 2, entries: [] });
      expect(await knownTo(id)).toEqual([]);
      expect(await knownTo(id, store.storage)).toEqual([]);
      expect(await store.storage.knowledgeHistory(id, 10)).toEqual([
        { version: 2, savedAt: 20, savedBy: BEN },
        { version: 1, savedAt: 10, savedBy: ANA },
      ]);
    });

    it("of two who save on the same version one wins, none is left out, and the last twenty are kept", async () => {
      const id = await site("raced");
      for (let version = 1; version <= RACES; version += 1) {
        const saved = await Promise.all(
          [store.storage, store.neighbour, store.storage, store.neighbour].map((storage) =>
            save(id, version, [entry(`${version}`)], storage),
          ),
        );
        expect(saved.filter(Boolean)).toHaveLength(1);
      }
      expect([await save(id, RACES, []), await save(id, RACES + 2, [])]).toEqual([false, false]);
      expect(await store.storage.knowledgeHistory(id, 100)).toHaveLength(VERSIONS_MAX);
      expect(await knownTo(id)).toEqual([entry(`${RACES}`)]);
    });

    it("keeps a list of two thousand entries whole, whatever signs are in it", async () => {
      const id = await site("long");
      const entries = Array.from({ length: 2_000 }, (_, at) =>
        entry(`${at}`, `Vraag ${at} “é” 👍 \\ ' \u2028`),
      );
      expect(await save(id, 1, entries)).toBe(true);
      expect((await store.neighbour.knowledge(id))?.entries).toEqual(entries);
    });

    it("counts a question that nobody could answer by its topic, the most asked first, and forgets the old", async () => {
      const [here, there] = [await site("asked"), await site("asked-elsewhere")];
      const note = (topic: string, question: string, at: number, language: Language = "nl", of = here) =>
        store.storage.noteUnknown({ site: of, language, topic, question, at });
      await note("dog", "Mag mijn hond mee?", 1);
      await note("lift", "Is er een lift?", 2);
      await store.neighbour.noteUnknown({
        site: here,
        language: "nl",
        topic: "lift",
        question: "Heeft het een lift?",
        at: 3,
      });
      await note("lift", "Is there a lift?", 4, "en");
      await note("lift", "Is er een lift?", 5, "nl", there);
      expect(await store.neighbour.unknownQuestions(here, 10)).toEqual([
        { language: "nl", question: "Is er een lift?", asked: 2, lastAt: 3 },
        { language: "en", question: "Is there a lift?", asked: 1, lastAt: 4 },
        { language: "nl", question: "Mag mijn hond mee?", asked: 1, lastAt: 1 },
      ]);
      expect(await store.storage.unknownQuestions(here, 1)).toHaveLength(1);
      await note("roof", "Is het dak nieuw?", 2 + 90 * DAY_MS);
      expect((await store.storage.unknownQuestions(here, 10)).map(({ question }) => question)).toEqual([
        "Is er een lift?",
        "Is het dak nieuw?",
        "Is there a lift?",
      ]);
      expect(await store.storage.unknownQuestions(there, 10)).toHaveLength(1);
    });

    it("keeps five hundred, those that were asked most: who makes questions up crowds out none of them", async () => {
      const id = await site("flooded");
      const note = (topic: string, at: number) =>
        store.storage.noteUnknown({ site: id, language: "nl", topic, question: topic, at });
      for (const at of [1, 2]) await note("lift", at);
      for (let at = 3; at < 560; at += 1) await note(`made-up-${at}`, at);
      const kept = await store.storage.unknownQuestions(id, 1_000);
      expect([kept.length, kept[0]?.question, kept.at(-1)?.question]).toEqual([500, "lift", "made-up-61"]);
    });

    it("counts every one of many that ask at the same time", async () => {
      const id = await site("crowd");
      await Promise.all(
        Array.from({ length: 40 }, (_, at) =>
          (at % 2 === 0 ? store.storage : store.neighbour).noteUnknown({
            site: id,
            language: "nl",
            topic: "lift",
            question: "Is er een lift?",
            at: 1,
          }),
        ),
      );
      expect(await store.storage.unknownQuestions(id, 1)).toMatchObject([{ asked: 40 }]);
    });
  });
}

function entry(id: string, question = `Vraag ${id}?`): KnowledgeEntry {
  return { id, language: "nl", question, variants: [], answer: `Antwoord ${id}.` };
}
