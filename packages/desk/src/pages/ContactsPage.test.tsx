/** The page of contacts: finding one, reading it whole, changing it without losing anything. */
import { type Contact, ContactId, type LeadScore, SiteId } from "@sophie/engine";
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

const PATIENCE = { timeout: 5_000 };
const LEAD: LeadScore = {
  score: 77,
  grade: "B",
  band: "hot",
  fields: 20,
  behaviour: 57,
  points: [],
  configVersion: "1",
  at: 0,
};

let desk: OpenedDesk;
let anna: Contact;
let asked: string[];
let saves: {
  readonly version: number;
  readonly fields: { readonly phone: string };
  readonly stage: string;
}[];
/** What the next saves are answered with instead of being done. */
let faults: ("gone" | "stale")[];
beforeEach(() => {
  desk = prepareDesk();
  [asked, saves, faults] = [[], [], []];
  anna = {
    id: ContactId.parse("anna"),
    site: SiteId.parse("main"),
    version: 3,
    firstName: "Anna",
    lastName: "de Vries",
    email: "javascript:alert(1)",
    phone: "06 12345678",
    company: "",
    notes: "<img src=x onerror=alert(1)>",
    stage: "opportunity",
    lead: LEAD,
    createdAt: 0,
    updatedAt: 0,
  };
  desk.edge.contacts = answer;
});
afterEach(() => desk.close());

const whole = () => ({ contact: anna, visitorIds: [], handoffs: [] });

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (request.method === "PUT") {
    const edit = (await request.json()) as (typeof saves)[number];
    saves.push(edit);
    const fault = faults.shift();
    if (fault === "gone") return Response.error();
    if (fault === "stale") {
      anna = { ...anna, version: 9, company: "Van een collega" };
      return Response.json({ error: "stale_version", sentence: "", contact: anna }, { status: 409 });
    }
    anna = { ...anna, ...edit.fields, stage: "customer", version: edit.version + 1 };
    return Response.json(whole());
  }
  if (url.pathname.endsWith("/anna")) return Response.json(whole());
  if (!url.pathname.endsWith("/contacts")) return Response.json({}, { status: 404 });
  asked.push(url.search);
  return Response.json({ total: 10_000, contacts: [anna], mayExport: false });
}

async function openAnna(): Promise<HTMLElement> {
  desk.open("#/contacts/main/anna");
  return screen.findByRole("article", { name: "Anna de Vries" }, PATIENCE);
}
const save = () => fireEvent.click(screen.getByRole("button", { name: "Wijzigingen opslaan" }));
const phone = () => screen.getByLabelText<HTMLInputElement>("Telefoon");

it("T25 H76 lists contacts with grade and score as B · 77, page by page", async () => {
  desk.open("#/contacts");
  const row = await screen.findByRole("link", { name: /Anna de Vries/ }, PATIENCE);
  expect(row.textContent).toContain("B · 77");
  expect(row.getAttribute("href")).toMatch(/^#\/contacts\/.+\/anna$/);
  expect(screen.getByText("10000 contacten")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Volgende" }));
  await waitFor(() => expect(asked.at(-1)).toContain("from=50"));
});

it("H60 H61 Q18 what is odd in a contact stays text, and its number can be called", async () => {
  const page = await openAnna();
  const ways = within(page).getByRole("list", { name: "Bereikbaar op" });
  const links = within(ways).getAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["tel:+31612345678"]);
  expect(within(ways).getByText("javascript:alert(1)")).toBeTruthy();
  expect(page.querySelector("img")).toBeNull();
});

it("T32 an agent marks a contact as won, on the version that was seen", async () => {
  await openAnna();
  fireEvent.change(screen.getByLabelText("Fase"), { target: { value: "customer" } });
  save();
  expect(await screen.findByText("Opgeslagen")).toBeTruthy();
  expect(saves).toMatchObject([{ version: 3, stage: "customer" }]);
});

it("when somebody was quicker nothing typed is lost, and keeping one's own saves on the newest version", async () => {
  await openAnna();
  fireEvent.input(phone(), { target: { value: "020 1234567" } });
  faults = ["stale"];
  save();
  expect(await screen.findByText(/Iemand anders heeft dit contact/)).toBeTruthy();
  expect(phone().value).toBe("020 1234567");
  fireEvent.click(screen.getByRole("button", { name: "Bewaar die van mij" }));
  expect(await screen.findByText("Opgeslagen")).toBeTruthy();
  expect(saves.map(({ version }) => version)).toEqual([3, 9]);
  expect(saves.at(-1)?.fields.phone).toBe("020 1234567");
});

it("a network that dies while saving loses nothing, and a second press saves", async () => {
  await openAnna();
  fireEvent.input(phone(), { target: { value: "bel mij" } });
  faults = ["gone"];
  const button = screen.getByRole("button", { name: "Wijzigingen opslaan" });
  fireEvent.click(button);
  fireEvent.click(button);
  expect(await screen.findByText(/Opslaan is niet gelukt/)).toBeTruthy();
  expect(phone().value).toBe("bel mij");
  expect(saves).toHaveLength(1);
  save();
  expect(await screen.findByText("Opgeslagen")).toBeTruthy();
});

it("S8 what is typed and not saved is asked about before the contact is left", async () => {
  await openAnna();
  fireEvent.input(phone(), { target: { value: "020 1234567" } });
  location.hash = "#/contacts/main";
  fireEvent(window, new HashChangeEvent("hashchange"));
  const dialog = await screen.findByRole("dialog");
  fireEvent.click(within(dialog).getAllByRole("button")[1] ?? dialog);
  expect(phone().value).toBe("020 1234567");
});
