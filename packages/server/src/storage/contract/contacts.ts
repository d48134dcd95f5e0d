/** The contract of contacts: people, apart from the handoffs that made them, found and edited without anything getting lost. */
import { type Contact, ContactId, SiteId, VisitorId } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ContactSearch } from "../storage.ts";
import { changing, contactOf, handoffOf, madeContact, newConversation } from "../testing/builders.ts";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

const PEOPLE = SiteId.parse("people");

export function describeContacts(open: OpenContractStore): void {
  describe("contacts", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    function person(id: string, more: Partial<Contact> = {}): Contact {
      const base = contactOf(handoffOf(newConversation()));
      return { ...base, id: ContactId.parse(id), site: PEOPLE, ...more };
    }

    const search = (more: Partial<ContactSearch>): ContactSearch => ({
      site: PEOPLE,
      text: "",
      sort: "name",
      descending: false,
      from: 0,
      limit: 10,
      ...more,
    });
    const idsOf = async (more: Partial<ContactSearch>) =>
      (await store.storage.contactPage(search(more))).contacts.map(({ id }) => id);

    it("H74 finds those of one site with an e-mail address, whatever its capitals, and none for an empty one", async () => {
      const site = SiteId.parse("same-email");
      await store.storage.addContacts([
        person("b", { site, email: "Jan@Example.org", createdAt: 2 }),
        person("a", { site, email: "jan@example.org", createdAt: 1 }),
        person("c", { site, email: "" }),
        person("elsewhere", { email: "jan@example.org" }),
      ]);
      const same = await store.storage.contactsWithEmail(site, " JAN@example.org");
      expect(same.map(({ id }) => id)).toEqual(["a", "b"]);
      expect(await store.storage.contactsWithEmail(site, " ")).toEqual([]);
      const oldest = await store.storage.oldestWithEmails(site, ["JAN@example.org ", "no@example.org", ""]);
      expect([...oldest].map(([key, { id }]) => [key, id])).toEqual([["jan@example.org", "a"]]);
      expect(await store.storage.oldestWithEmails(site, [""])).toEqual(new Map());
    });

    it("H70 sorts by last name without its particles, and H76 searches name, company, address and number", async () => {
      const site = SiteId.parse("sorted");
      await store.storage.addContacts([
        person("sorted-v", {
          site,
          firstName: "Jan",
          lastName: "de Vries",
          phone: "+31 6 12 34 56 78",
          email: "",
        }),
        person("sorted-b", {
          site,
          firstName: "Émile",
          lastName: "van den Berg",
          company: "100%_Wonen",
          email: "",
        }),
        person("sorted-z", { site, firstName: "", lastName: "", email: "zoe@example.org" }),
        person("sorted-k", { site, firstName: "Kees", lastName: "Älder", email: "" }),
      ]);
      expect(await idsOf({ site })).toEqual(["sorted-k", "sorted-b", "sorted-v", "sorted-z"]);
      expect(await idsOf({ site, descending: true, limit: 2 })).toEqual(["sorted-z", "sorted-v"]);
      expect(await idsOf({ site, from: 3 })).toEqual(["sorted-z"]);
      expect(await idsOf({ site, text: "emile BERG" })).toEqual(["sorted-b"]);
      expect(await idsOf({ site, text: "0%_w" })).toEqual(["sorted-b"]);
      expect(await idsOf({ site, text: "31612345678" })).toEqual(["sorted-v"]);
      expect(await idsOf({ site, text: "%" })).toEqual(["sorted-b"]);
      expect(await idsOf({ site, text: "' or 1=1 --" })).toEqual([]);
      expect((await store.storage.contactPage(search({ site, text: "e", limit: 1 }))).total).toBe(4);
    });

    it("an edit is stored on the version that it was made on, and refused on any other", async () => {
      const before = person("edited", { email: "before@example.org" });
      await store.storage.addContacts([before]);
      const edited = { ...before, version: 2, email: "after@example.org", stage: "customer" as const };
      const outcomes = [await store.storage.saveContact(edited), await store.neighbour.saveContact(edited)];
      expect(outcomes).toEqual([true, false]);
      expect(await store.storage.contactById(PEOPLE, before.id)).toEqual(edited);
      expect(await store.storage.contactsWithEmail(PEOPLE, "before@example.org")).toEqual([]);
      expect(await store.storage.contactById(SiteId.parse("other"), before.id)).toBeNull();
    });

    it("H76 a joined contact is found by each of its visitors and handoffs, the newest first", async () => {
      const handoffs = ["first", "second"].map((visitor) =>
        handoffOf(newConversation(), { visitor: VisitorId.parse(visitor), site: PEOPLE }),
      );
      const contact = person("joined");
      for (const [index, handoff] of handoffs.entries()) {
        const version = index + 1;
        const change = madeContact(handoff, { ...contact, version, createdAt: version });
        const begun = { site: PEOPLE, visitor: handoff.visitor, language: "nl" } as const;
        await store.storage.change(changing(handoff.conversation, { open: begun, handoff, contact: change }));
      }
      for (const { visitor, id } of handoffs) {
        expect(await store.storage.contactOf({ site: PEOPLE, visitor })).toMatchObject({
          id: "joined",
          version: 2,
        });
        expect(await store.storage.contact(id)).toMatchObject({ id: "joined" });
      }
      const links = await store.storage.linksOf(contact.id);
      expect(links.map(({ visitor }) => visitor)).toEqual(["second", "first"]);
    });

    it("H74 joining on an older version keeps the edit that came in between, and links all the same", async () => {
      const contact = person("raced");
      await store.storage.addContacts([contact]);
      await store.storage.saveContact({ ...contact, version: 2, company: "Edited" });
      const handoff = handoffOf(newConversation(), { site: PEOPLE });
      const begun = { site: PEOPLE, visitor: handoff.visitor, language: "nl" } as const;
      const change = madeContact(handoff, { ...contact, version: 2, company: "Filled" });
      await store.storage.change(changing(handoff.conversation, { open: begun, handoff, contact: change }));
      expect(await store.storage.contact(handoff.id)).toMatchObject({ company: "Edited", version: 2 });
    });
  });
}
