/** The contract of sites, memberships, invitations and secrets. */
import { AgentId, SiteId } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settledSite } from "../settled-site.ts";
import type { Invitation, SiteRecord } from "../storage.ts";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

export function describeAccounts(open: OpenContractStore): void {
  describe("accounts", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    it("knows no members at the first start, and then those who were saved", async () => {
      expect(await store.storage.hasMembers()).toBe(false);
      const [anna, bram] = [AgentId.parse("anna"), AgentId.parse("bram")];
      const [north, south] = [SiteId.parse("north"), SiteId.parse("south")];
      await store.storage.saveMembership({ agent: anna, site: north, role: "agent" });
      await store.storage.saveMembership({ agent: anna, site: south, role: "agent" });
      await store.storage.saveMembership({ agent: bram, site: south, role: "admin" });
      await store.storage.saveMembership({ agent: anna, site: north, role: "supervisor" });
      expect(await store.neighbour.hasMembers()).toBe(true);
      expect(await store.storage.memberships(anna)).toEqual([
        { agent: anna, site: north, role: "supervisor" },
        { agent: anna, site: south, role: "agent" },
      ]);
      expect((await store.storage.membersOf([south])).map(({ agent }) => agent)).toEqual([anna, bram]);
      expect(await store.storage.membersOf([])).toEqual([]);
    });

    it("keeps sites, and replaces one that is saved again", async () => {
      const site = siteOf("Makelaar");
      await store.storage.saveSite(site);
      await store.storage.saveSite(siteOf("Makelaardij"));
      expect(await store.neighbour.sites()).toEqual([settledSite(siteOf("Makelaardij"))]);
    });

    it("gives an invitation to one of many who take it at the same time, and to nobody after", async () => {
      for (let round = 0; round < 50; round += 1) {
        const invitation = invitationOf(`hash-${round}`, 100);
        await store.storage.saveInvitation(invitation);
        const taken = await Promise.all(
          [store.storage, store.neighbour, store.storage, store.neighbour].map((storage) =>
            storage.takeInvitation(invitation.secretHash, 99),
          ),
        );
        expect(taken.filter((each) => each !== null)).toEqual([invitation]);
      }
    });

    it("does not give an invitation that has expired, or that never was", async () => {
      await store.storage.saveInvitation(invitationOf("expired", 100));
      expect(await store.storage.takeInvitation("expired", 100)).toBeNull();
      expect(await store.storage.takeInvitation("unknown", 0)).toBeNull();
    });

    it("stores a secret once: whoever comes second gets the first one's", async () => {
      const values = await Promise.all([
        store.storage.secret("signing-key", "first"),
        store.neighbour.secret("signing-key", "second"),
        store.storage.secret("signing-key", "third"),
      ]);
      expect(new Set(values).size).toBe(1);
      expect(await store.neighbour.secret("signing-key", "later")).toBe(values[0]);
      expect(await store.storage.secret("another", "own")).toBe("own");
    });
  });
}

function siteOf(name: string): SiteRecord {
  return {
    config: {
      id: SiteId.parse("estate-agent"),
      name,
      language: "nl",
      accent: "#3e63dd",
      roleNouns: ["makelaar"],
      productNouns: ["bezichtiging"],
      triggers: [],
      afterClose: "reopen",
      knowledge: [],
    },
    origins: ["https://example.org"],
  };
}

function invitationOf(secretHash: string, expiresAt: number): Invitation {
  return { secretHash, role: "agent", sites: [SiteId.parse("north")], expiresAt };
}
