/** Keys for tickets on the settings page: made, shown once, revoked after a question (F21). */
import { fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";
import { fill, openSettings, press } from "../../testing/open-settings.ts";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const SHOP = { id: "k1", name: "Webwinkel", tail: "x9Zk", madeAt: 1, madeBy: "Chris", revokedAt: null };

function answers(path: string, body: unknown, status = 200): void {
  desk.edge.answers.set(`/api/sites/dorpstraat/api-keys${path}`, { status, body });
}

it("F21 a key is made with a name, shown once, and revoked after a question", async () => {
  answers("", { key: "sophie_geheim", keys: [SHOP] });
  answers("/revoke", { keys: [{ ...SHOP, revokedAt: desk.now }] });
  await openSettings(desk, "tickets");
  press("Sleutel maken");
  expect(await screen.findByText("Geef de sleutel een naam.")).toBeTruthy();
  fill("Naam", "Webwinkel");
  press("Sleutel maken");
  expect(await screen.findByText("sophie_geheim")).toBeTruthy();
  press("Sleutel Webwinkel intrekken");
  fireEvent.click(await screen.findByRole("button", { name: "Ja, intrekken" }));
  await waitFor(() => expect(screen.getByText(/^ingetrokken/)).toBeTruthy());
  expect(desk.edge.posted.map(({ body, own }) => [body, own])).toEqual([
    [{ name: "Webwinkel" }, "1"],
    [{ id: "k1" }, "1"],
  ]);
});

it("F21 who may not change the bot sees no keys", async () => {
  await openSettings(desk, "tickets", { role: "agent" });
  expect(await screen.findByText(/ziet de sleutels/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Sleutel maken" })).toBeNull();
});
