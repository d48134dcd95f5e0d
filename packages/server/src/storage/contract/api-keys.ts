/** The contract of the keys for tickets: found by their hash while they hold, by nobody else, and revoked once. */
import { AgentId, SiteId } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiKey } from "../storage.ts";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

export function describeApiKeys(open: OpenContractStore): void {
  describe("keys for tickets", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    const site = SiteId.parse("keyed");
    const elsewhere = SiteId.parse("keyed-elsewhere");
    const key: ApiKey = {
      id: "key-1",
      site,
      name: "Webwinkel",
      hash: "a".repeat(64),
      tail: "x9Zk",
      madeAt: 1_767_600_000_000,
      madeBy: AgentId.parse("ada"),
      revokedAt: null,
    };

    it("F21 a key holds from when it is saved until it is revoked, which happens once, on its own site", async () => {
      const { storage } = store;
      await storage.saveApiKey(key);
      await storage.saveApiKey({ ...key, id: "key-2", hash: "b".repeat(64), madeAt: key.madeAt + 1 });
      expect(await storage.apiKeyByHash(key.hash)).toEqual(key);
      expect(await storage.apiKeyByHash("c".repeat(64))).toBeNull();
      expect(await storage.apiKeys(elsewhere)).toEqual([]);
      expect(await storage.revokeApiKey(elsewhere, key.id, 5)).toBe(false);
      expect(await storage.revokeApiKey(site, key.id, 5)).toBe(true);
      expect(await storage.revokeApiKey(site, key.id, 6)).toBe(false);
      expect(await storage.apiKeyByHash(key.hash)).toBeNull();
      expect((await storage.apiKeys(site)).map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
        ["key-2", null],
        ["key-1", 5],
      ]);
    });
  });
}
