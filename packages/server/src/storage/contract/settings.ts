/** The contract of settings, of notes for the audit, and of the rounds in which agents take turns. */
import {
  AgentId,
  DEFAULT_HANDOFF_SETTINGS,
  type HandoffSettings,
  QueueId,
  type SiteConfig,
  SiteId,
} from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

const ANA = AgentId.parse("ana");
const BEN = AgentId.parse("ben");
const RACES = 30;

export function describeSettings(open: OpenContractStore): void {
  describe("settings", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    const site = async (id: string): Promise<SiteId> => {
      const config: SiteConfig = {
        id: SiteId.parse(id),
        name: id,
        language: "nl",
        accent: "#3e63dd",
        roleNouns: [],
        productNouns: [],
        triggers: [],
        afterClose: "reopen",
        knowledge: [],
      };
      await store.storage.saveSite({ config, origins: [] });
      return config.id;
    };

    it("S1 keeps every version, with who saved it and when, and a site has the newest", async () => {
      const id = await site("versions");
      expect(await store.storage.settings(id)).toBeNull();
      expect(await store.storage.saveSettings(id, version(1, 3), { savedAt: 10, savedBy: ANA })).toBe(true);
      expect(await store.neighbour.saveSettings(id, version(2, 4), { savedAt: 20, savedBy: BEN })).toBe(true);
      expect(await store.storage.settings(id)).toEqual(version(2, 4));
      expect(await store.storage.settingsAt(id, 1)).toEqual(version(1, 3));
      expect(await store.storage.settingsAt(id, 3)).toBeNull();
      expect(await store.storage.settingsHistory(id, 10)).toEqual([
        { version: 2, savedAt: 20, savedBy: BEN },
        { version: 1, savedAt: 10, savedBy: ANA },
      ]);
      const saved = (await store.neighbour.sites()).find(({ config }) => config.id === id);
      expect(saved?.settings).toEqual(version(2, 4));
    });

    it("Q11 a save is to be counted by until somebody has, whoever saved it", async () => {
      const id = await site("hours");
      await store.storage.saveSettings(id, version(1, 3), { savedAt: 10, savedBy: ANA });
      await store.storage.saveSettings(id, version(2, 4), { savedAt: 20, savedBy: ANA });
      const left = async () => (await store.neighbour.settingsToRecount()).filter((save) => save.site === id);
      expect(await left()).toEqual([
        { site: id, version: 1, savedAt: 10 },
        { site: id, version: 2, savedAt: 20 },
      ]);
      await store.storage.settingsRecounted({ site: id, version: 1 });
      expect(await left()).toEqual([{ site: id, version: 2, savedAt: 20 }]);
      expect(await store.storage.settings(id)).toEqual(version(2, 4));
    });

    it("S1 a site on which nobody saved any has the defaults, with its own triggers", async () => {
      const id = await site("untouched");
      const found = (await store.storage.sites()).find(({ config }) => config.id === id);
      expect(found?.settings).toEqual(DEFAULT_HANDOFF_SETTINGS);
    });

    it("S1 of two who save on the same version one wins, and no version is left out", async () => {
      const id = await site("raced");
      for (let round = 1; round <= RACES; round += 1) {
        const saved = await Promise.all(
          [store.storage, store.neighbour, store.storage, store.neighbour].map((storage) =>
            storage.saveSettings(id, version(round, 2), { savedAt: round, savedBy: ANA }),
          ),
        );
        expect(saved.filter(Boolean)).toHaveLength(1);
      }
      expect(await store.storage.saveSettings(id, version(RACES, 2), { savedAt: 1, savedBy: ANA })).toBe(
        false,
      );
      expect(await store.storage.saveSettings(id, version(RACES + 2, 2), { savedAt: 1, savedBy: ANA })).toBe(
        false,
      );
      expect(await store.storage.settingsHistory(id, 100)).toHaveLength(RACES);
    });

    it("S2 remembers what somebody was kept from doing, the newest first", async () => {
      const noted = SiteId.parse("noted");
      for (const at of [1, 2, 3]) {
        await store.storage.saveNote({
          site: noted,
          at,
          actor: ANA,
          action: "settings.refused",
          detail: `${at}`,
        });
      }
      expect((await store.neighbour.notesOf(noted, 2)).map(({ at }) => at)).toEqual([3, 2]);
      expect(await store.storage.notesOf(SiteId.parse("elsewhere"), 2)).toEqual([]);
    });

    it("S22 a turn is taken once, however many want it at the same time", async () => {
      const key = {
        site: SiteId.parse("round"),
        queue: QueueId.parse("sales"),
        round: "channel:web",
      } as const;
      expect(await store.storage.round(key)).toEqual({ version: 0, order: [] });
      for (let turn = 1; turn <= RACES; turn += 1) {
        const taken = await Promise.all(
          [store.storage, store.neighbour, store.storage, store.neighbour].map((storage) =>
            storage.saveRound(key, { version: turn, order: [ANA, BEN] }),
          ),
        );
        expect(taken.filter(Boolean)).toHaveLength(1);
      }
      expect(await store.neighbour.round(key)).toEqual({ version: RACES, order: [ANA, BEN] });
      expect(await store.storage.round({ ...key, round: "channel:api" })).toEqual({ version: 0, order: [] });
    });
  });
}

function version(number: number, unknownLimit: number): HandoffSettings {
  return { ...DEFAULT_HANDOFF_SETTINGS, version: number, unknownLimit };
}
