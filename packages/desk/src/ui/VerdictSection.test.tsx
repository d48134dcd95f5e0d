/** Verdicts at the desk: who is asked, what a refusal does, and what stays to be read. */
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, ANA, BRAM, SUPERVISOR } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => void (desk = prepareDesk()));
afterEach(() => desk.close());

const nameOf = ({ id, name }: typeof ANA) => ({ id, name });

async function opened(assignee: typeof ANA, more: Parameters<typeof aHandoff>[2] = {}): Promise<HTMLElement> {
  const done = { status: "completed", completedAt: desk.now, assignee: nameOf(assignee) } as const;
  const handoff = aHandoff("done", desk.now, { ...done, ...more });
  desk.canned.handoffs.set(handoff.id, handoff);
  desk.open();
  await screen.findByRole("navigation", { name: "Hoofdmenu" });
  desk.canned.put({ ...handoff, version: 2 });
  location.hash = "#/handoffs/done";
  return screen.findByRole("region", { name: "Demo-aanvraag" });
}

const question = (panel: HTMLElement) => within(panel).queryByRole("heading", { name: /Hoe liep dit af/ });

it("H88 the assignee is asked, and what was chosen is shown with the name and the note", async () => {
  const panel = await opened(ANA);
  expect(question(panel)).not.toBeNull();
  fireEvent.input(within(panel).getByRole("textbox", { name: "Notitie (mag leeg blijven)" }), {
    target: { value: "Heel tevreden" },
  });
  fireEvent.click(within(panel).getByRole("button", { name: "Klant was blij" }));
  const said = await within(panel).findByRole("region", { name: "Oordeel" });
  expect(said.textContent).toContain("Klant was blij");
  expect(said.textContent).toContain("Heel tevreden");
  expect(desk.canned.heard.find(({ type }) => type === "set-verdict")).toMatchObject({
    type: "set-verdict",
    verdict: "customer_happy",
    note: "Heel tevreden",
    version: 2,
  });
});

it("H88 a colleague is not asked", async () => {
  const panel = await opened(BRAM);
  expect(question(panel)).toBeNull();
});

it("H88 a supervisor is asked about what another had", async () => {
  desk.canned.me = SUPERVISOR;
  const panel = await opened(BRAM);
  expect(question(panel)).not.toBeNull();
});

it("H89 a verdict may be changed later, by its number", async () => {
  const by = nameOf(ANA);
  const panel = await opened(ANA, { verdict: { kind: "right_escalation", note: "", by, at: desk.now } });
  fireEvent.click(within(panel).getByRole("button", { name: "Wijzigen" }));
  fireEvent.keyDown(document.body, { key: "3" });
  await waitFor(() => {
    expect(within(panel).getByRole("region", { name: "Oordeel" }).textContent).toContain("Klant geworden");
  });
});

it("H88 when somebody was quicker, the question stays and says so", async () => {
  const panel = await opened(ANA);
  desk.canned.refusals.push("stale_version");
  fireEvent.click(within(panel).getByRole("button", { name: "Terecht doorgezet" }));
  await screen.findByText(/Deze handoff is intussen gewijzigd \(nu/);
  expect(question(panel)).not.toBeNull();
});
