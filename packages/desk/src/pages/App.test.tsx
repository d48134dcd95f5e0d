/** The ways in and out of the desk, as a person sees them. */
import { AgentId } from "@sophie/engine";
import { fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ANA, BRAM } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
  desk.edge.isSignedIn = false;
});
afterEach(() => desk.close());

function fill(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

function submit(name: string): void {
  const form = screen.getByRole("button", { name }).closest("form");
  if (form !== null) fireEvent.submit(form);
}

it("signs in with an address and a password, from its own page", async () => {
  desk.open();
  await screen.findByRole("heading", { name: "Aanmelden" });
  fill("E-mailadres", "ana@dorpstraat.nl");
  fill("Wachtwoord", "geheim-genoeg");
  submit("Aanmelden");
  expect(await screen.findByRole("heading", { name: "Handoffs" })).toBeTruthy();
  expect(desk.edge.posted).toEqual([
    {
      path: "/api/auth/sign-in/email",
      body: { email: "ana@dorpstraat.nl", password: "geheim-genoeg" },
      own: "1",
    },
  ]);
});

it("a wrong password is said in words, and nothing is lost", async () => {
  desk.edge.answers.set("/api/auth/sign-in/email", { status: 401, body: {} });
  desk.open();
  await screen.findByRole("heading", { name: "Aanmelden" });
  fill("E-mailadres", "ana@dorpstraat.nl");
  fill("Wachtwoord", "fout");
  submit("Aanmelden");
  expect((await screen.findByRole("alert")).textContent).toMatch(/horen niet bij elkaar/);
  expect(screen.getByLabelText<HTMLInputElement>("E-mailadres").value).toBe("ana@dorpstraat.nl");
});

it("a one-time link signs in, and its secret leaves the address at once", async () => {
  desk.open("#enter=s3cret");
  expect(location.hash).toBe("");
  expect(await screen.findByRole("heading", { name: "Handoffs" })).toBeTruthy();
  expect(desk.edge.posted).toEqual([{ path: "/api/enter", body: { secret: "s3cret" }, own: "1" }]);
});

it("an invitation makes an account; the server's word about a field stands at that field", async () => {
  desk.edge.answers.set("/api/join", { status: 422, body: { error: "invalid", field: "password" } });
  desk.open("#join=inv1te");
  expect(location.hash).toBe("");
  await screen.findByRole("heading", { name: "Welkom bij het team" });
  fill("Naam", "Ana Pereira");
  fill("E-mailadres", "ana@dorpstraat.nl");
  fill("Wachtwoord", "kort");
  submit("Account maken");
  await waitFor(() => expect(screen.getByLabelText("Wachtwoord").getAttribute("aria-invalid")).toBe("true"));

  desk.edge.answers.delete("/api/join");
  fill("Wachtwoord", "lang-genoeg");
  submit("Account maken");
  expect(await screen.findByRole("heading", { name: "Handoffs" })).toBeTruthy();
  expect(desk.edge.posted.at(-1)?.body).toEqual({
    secret: "inv1te",
    name: "Ana Pereira",
    email: "ana@dorpstraat.nl",
    password: "lang-genoeg",
  });
});

it.each(["#enter=old", "#join=old"])(
  "a link that was used before says so and what to do: %s",
  async (fragment) => {
    desk.edge.answers.set("/api/enter", { status: 410, body: { error: "gone" } });
    desk.edge.answers.set("/api/join", { status: 410, body: { error: "gone" } });
    desk.open(fragment);
    if (fragment.startsWith("#join")) {
      await screen.findByRole("heading", { name: "Welkom bij het team" });
      submit("Account maken");
    }
    expect(await screen.findByText(/al gebruikt of verlopen/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Naar aanmelden" }));
    expect(await screen.findByLabelText("Wachtwoord")).toBeTruthy();
  },
);

it("signs out", async () => {
  desk.edge.isSignedIn = true;
  desk.open();
  fireEvent.click(await screen.findByRole("button", { name: "Afmelden" }));
  expect(await screen.findByRole("heading", { name: "Aanmelden" })).toBeTruthy();
  expect(desk.edge.posted.map(({ path }) => path)).toEqual(["/api/auth/sign-out"]);
});

it.each([
  ["signing in too often", 429, { error: "rate_limited" }, /Te vaak geprobeerd/],
  ["a server that cannot", 500, { error: "failed" }, /Dat lukte niet/],
])("says what to do about %s", async (_, status, body, sentence) => {
  desk.edge.answers.set("/api/auth/sign-in/email", { status, body });
  desk.open();
  await screen.findByRole("heading", { name: "Aanmelden" });
  submit("Aanmelden");
  expect((await screen.findByRole("alert")).textContent).toMatch(sentence);
});

it("an invitation for an address that has an account says so at the address", async () => {
  desk.edge.answers.set("/api/join", { status: 422, body: { error: "email_taken", field: "email" } });
  desk.open("#join=inv1te");
  await screen.findByRole("heading", { name: "Welkom bij het team" });
  submit("Account maken");
  expect(await screen.findByText(/heeft al een account/)).toBeTruthy();
});

it("an admin makes a link to invite somebody; an agent is not offered one", async () => {
  desk.edge.isSignedIn = true;
  desk.canned.me = { ...ANA, role: "admin" };
  desk.edge.answers.set("/api/invitations", {
    status: 201,
    body: { link: "https://sophie.test/desk/#join=abc", expiresAt: desk.now + 3_600_000 },
  });
  desk.open("#/team");
  await screen.findByRole("heading", { name: "Iemand uitnodigen" });
  fireEvent.click(screen.getByRole("radio", { name: "Begeleider" }));
  submit("Link maken");
  expect((await screen.findByLabelText<HTMLInputElement>("Uitnodigingslink")).value).toBe(
    "https://sophie.test/desk/#join=abc",
  );
  expect(desk.edge.posted.at(-1)?.body).toEqual({ role: "supervisor", sites: ["dorpstraat"] });
});

it("the team shows who is there, and one's own absence", async () => {
  desk.edge.isSignedIn = true;
  desk.canned.agents.push({ ...BRAM, id: AgentId.parse("daan"), name: "Daan Smit", presence: "offline" });
  desk.open("#/team");
  const people = await screen.findByRole("region", { name: "Medewerkers" });
  await waitFor(() => expect(people.querySelectorAll("li")).toHaveLength(4));
  expect(people.querySelector("li:last-child")?.textContent).toContain("Offline");
  expect(screen.queryByRole("heading", { name: "Iemand uitnodigen" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Even afwezig" }));
  expect(await screen.findByRole("button", { name: "Ik ben er weer" })).toBeTruthy();
});
