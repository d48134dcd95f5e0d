/** Contacts from handoffs: made once, joined when somebody says so, and never by halves. */
import type { ContactFields, ContactId, CreateContact, Handoff } from "@sophie/engine";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SITE } from "../storage/testing/builders.ts";
import { ClockedWorld, settingsWith, worker } from "../testing/clocked-world.ts";
import { newSendId } from "../testing/test-socket.ts";
import { createContact } from "./create-contact.ts";
import { reopenHandoff } from "./reopen-handoff.ts";

const ANA = worker("Ana");
const BEN = worker("Ben");
const ANNA: ContactFields = {
  firstName: "Anna",
  lastName: "de Vries",
  email: "anna@example.org",
  phone: "",
  company: "",
  notes: "Reden: Demo-aanvraag",
};

let here: ClockedWorld;
beforeEach(async () => void (here = await ClockedWorld.open("2026-01-05T10:00Z", settingsWith(null))));
afterEach(() => here.close());

function saying(handoff: Handoff, fields: ContactFields, same?: CreateContact["same"]): CreateContact {
  const on = { id: newSendId(), handoff: handoff.id, version: handoff.version };
  return { type: "create-contact", ...on, fields, ...(same === undefined ? {} : { same }) };
}

const make = (message: CreateContact, agent = ANA) => createContact(here.world, agent, message);
const codeOf = (outcome: Awaited<ReturnType<typeof make>>) => (outcome.ok ? "ok" : outcome.refusal.code);
const all = async () => {
  const search = { site: SITE, text: "", sort: "created", descending: false, from: 0, limit: 50 } as const;
  return (await here.world.storage.contactPage(search)).contacts;
};
/** The contact of one who was there before. */
async function known(fields: ContactFields = ANNA): Promise<ContactId> {
  const handoff = await here.waiting("high");
  expect(codeOf(await make(saying(handoff, fields, "new")))).toBe("ok");
  const contact = await here.world.storage.contact(handoff.id);
  if (contact === null) throw new Error("It was made.");
  return contact.id;
}

describe("a contact", () => {
  it("H74 H75 is made once however often its message arrives, and completes the handoff in the same commit", async () => {
    const handoff = await here.waiting("high");
    const message = saying(handoff, ANNA);
    const outcomes = [...(await Promise.all([make(message), make(message)])), await make(message)];
    expect(outcomes.map(codeOf)).toEqual(["ok", "ok", "ok"]);
    const contacts = await all();
    expect(contacts).toMatchObject([{ ...ANNA, version: 1 }]);
    expect(await here.handoff(handoff)).toMatchObject({ status: "completed", contact: contacts[0]?.id });
  });

  it("H75 of two agents who save at once one wins, and the other's contact was never made", async () => {
    const handoff = await here.waiting("high");
    const outcomes = await Promise.all([
      make(saying(handoff, ANNA)),
      make(saying(handoff, { ...ANNA, email: "other@example.org" }), BEN),
    ]);
    expect(outcomes.map(codeOf).toSorted()).toEqual(["ok", "stale_version"]);
    expect(await all()).toHaveLength(1);
  });

  it("H77 keeps the score of that moment with its breakdown and its date", async () => {
    here.at += 60_000;
    const handoff = await here.waiting("high");
    await make(saying(handoff, ANNA));
    const contact = await here.world.storage.contact(handoff.id);
    const points = contact?.lead?.points ?? [];
    expect(contact?.lead).toMatchObject({ at: here.at, grade: expect.stringMatching(/^[A-D]$/) });
    expect(contact?.lead?.score).toBe(
      Math.max(0, Math.round(points.reduce((sum, { counted }) => sum + counted, 0))),
    );
  });

  it("H78 keeps emptied notes empty, and the way to the handoff all the same", async () => {
    const handoff = await here.waiting("high");
    await make(saying(handoff, { ...ANNA, notes: "" }));
    const contact = await here.world.storage.contact(handoff.id);
    if (contact === null) throw new Error("It was made.");
    expect(contact.notes).toBe("");
    expect(await here.world.storage.linksOf(contact.id)).toMatchObject([
      { handoff: handoff.id, conversation: handoff.conversation, visitor: handoff.visitor, notes: "" },
    ]);
  });
});

describe("the same e-mail address", () => {
  it("H74 asks: the answer names who has it, and nothing was changed", async () => {
    const anna = await known();
    const handoff = await here.waiting("high");
    const outcome = await make(saying(handoff, { ...ANNA, email: "ANNA@example.org" }));
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: "contact_exists", contacts: [{ id: anna, name: "Anna de Vries" }] },
    });
    expect(await here.handoff(handoff)).toMatchObject({ status: "pending", contact: null });
    expect(await all()).toHaveLength(1);
  });

  it("H74 H76 joining links visitor and conversation, completes the handoff, fills what was empty and keeps the rest", async () => {
    const anna = await known();
    here.at += 60_000;
    const handoff = await here.waiting("high");
    const fields = { ...ANNA, firstName: "A.", phone: "06 12345678", notes: "Belde terug." };
    expect(codeOf(await make(saying(handoff, fields, { join: anna })))).toBe("ok");
    expect(await all()).toMatchObject([
      {
        id: anna,
        firstName: "Anna",
        phone: "06 12345678",
        notes: ANNA.notes,
        version: 2,
        updatedAt: here.at,
      },
    ]);
    expect(await here.handoff(handoff)).toMatchObject({ status: "completed", contact: anna });
    const links = await here.world.storage.linksOf(anna);
    expect(links).toMatchObject([{ handoff: handoff.id, notes: "Belde terug." }, { notes: ANNA.notes }]);
  });

  it("H74 a stale join changes neither the contact nor the handoff", async () => {
    const anna = await known();
    const handoff = await here.waiting("high");
    const message = saying({ ...handoff, version: handoff.version + 1 }, ANNA, { join: anna });
    expect(codeOf(await make(message))).toBe("stale_version");
    expect(await all()).toMatchObject([{ id: anna, version: 1 }]);
    expect(await here.world.storage.linksOf(anna)).toHaveLength(1);
  });

  it("H74 makes another if that is what somebody says, and joins nobody who is not there", async () => {
    await known();
    const handoff = await here.waiting("high");
    expect(codeOf(await make(saying(handoff, ANNA, { join: "nobody" as ContactId })))).toBe("not_found");
    expect(codeOf(await make(saying(handoff, ANNA, "new")))).toBe("ok");
    expect(await all()).toHaveLength(2);
  });

  it("H74 a handoff that was reopened and finished again keeps one contact", async () => {
    const anna = await known();
    const [link] = await here.world.storage.linksOf(anna);
    if (link === undefined) throw new Error("It was linked.");
    const done = await here.world.storage.handoff(link.handoff);
    if (done === null) throw new Error("It is there.");
    const on = { id: newSendId(), handoff: done.id, version: done.version };
    await reopenHandoff(here.world, ANA, { type: "reopen-handoff", ...on });
    expect(codeOf(await make(saying(await here.handoff(done), ANNA, { join: anna })))).toBe("ok");
    expect(await here.world.storage.linksOf(anna)).toHaveLength(1);
    expect(await all()).toHaveLength(1);
  });
});
