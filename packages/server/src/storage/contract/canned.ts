/** The contract of written answers: two shelves, nobody's own for anybody else, and no save over another's. */
import { AgentId, SiteId } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

export function describeCanned(open: OpenContractStore): void {
  describe("written answers", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    const site = SiteId.parse("canned");
    const ana = { site, agent: AgentId.parse("ana") };
    const ben = { site, agent: AgentId.parse("ben") };
    const elsewhere = { ...ana, site: SiteId.parse("canned-elsewhere") };
    const one = { id: "one", version: 1, name: "Welkom", texts: { nl: "Beste {naam}" }, isOwn: false };
    const own = { ...one, id: "own", name: "Afscheid", isOwn: true };

    it("everybody has the site's, and nobody somebody else's own or another site's", async () => {
      expect(await store.storage.saveCannedReply(ana, one)).toBe(true);
      expect(await store.storage.saveCannedReply(ana, own)).toBe(true);
      expect(await store.storage.cannedReplies(ana)).toEqual([own, one]);
      expect(await store.storage.cannedReplies(ben)).toEqual([one]);
      expect(await store.storage.cannedReplies(elsewhere)).toEqual([]);
    });

    it("saves and deletes only what follows what is there, on its own shelf", async () => {
      const save = (shelf: typeof ana, more: object) =>
        store.storage.saveCannedReply(shelf, { ...one, id: "two", ...more });
      expect(await save(ana, {})).toBe(true);
      expect(await save(ben, {})).toBe(false);
      expect(await save(ben, { version: 3 })).toBe(false);
      expect(await save(elsewhere, { version: 2 })).toBe(false);
      expect(await save(ana, { version: 2, isOwn: true })).toBe(false);
      expect(await save(ben, { version: 2, name: "Anders" })).toBe(true);
      expect(await store.storage.saveCannedReply(ben, { ...own, version: 2 })).toBe(false);
      const remove = (shelf: typeof ana, version: number, isOwn = false) =>
        store.storage.deleteCannedReply(shelf, { id: isOwn ? "own" : "two", version, isOwn });
      expect(await remove(ben, 1, true)).toBe(false);
      expect(await remove(elsewhere, 2)).toBe(false);
      expect(await remove(ana, 1)).toBe(false);
      expect(await remove(ana, 2)).toBe(true);
      expect((await store.storage.cannedReplies(ana)).map(({ id }) => id)).toEqual(["own", "one"]);
    });
  });
}
