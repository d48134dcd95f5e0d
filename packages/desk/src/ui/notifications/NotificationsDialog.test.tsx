/** "My notifications": what is settled is kept at once, what the browser allows is said as it is, and a test says what came of it. */
import { DEFAULT_NOTIFICATION_SETTINGS } from "@sophie/engine";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { PushState } from "../../model/notifications/push-device.ts";
import { aHandoff, BRAM } from "../../testing/builders.ts";
import { chooseLanguage } from "../../words/chosen-words.ts";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => (desk = prepareDesk()));
afterEach(() => desk.close());

async function openDialog(): Promise<HTMLElement> {
  desk.open();
  fireEvent.pointerDown(await screen.findByText("Alles is opgepakt"));
  fireEvent.click(await screen.findByRole("button", { name: /^Mijn meldingen/ }));
  return screen.findByRole("dialog", { name: "Mijn meldingen" });
}

const saved = () => desk.edge.notifications.settings;
const posted = (path: string) =>
  desk.edge.posted.filter((each) => each.path === `/api/notifications/${path}`);

it("H83 every way and the quiet hours are switched by hand, and kept by the server in the agent's own zone", async () => {
  desk.edge.notifications.mailTo = "ana@example.org";
  const dialog = await openDialog();
  await within(dialog).findByText(/^Naar ana@example.org/);
  fireEvent.click(within(dialog).getByRole("switch", { name: "Geluid" }));
  await waitFor(() => expect(saved().sound).toBe(false));
  fireEvent.click(within(dialog).getByRole("switch", { name: "E-mail" }));
  await waitFor(() => expect(saved().mail).toBe(false));
  fireEvent.click(within(dialog).getByRole("switch", { name: "Stille uren" }));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const nights = { zone, days: [0, 1, 2, 3, 4, 5, 6], from: "22:00", to: "07:00" };
  await waitFor(() => expect(saved().quiet).toEqual(nights));
  fireEvent.click(await within(dialog).findByRole("checkbox", { name: /^zo/ }));
  await waitFor(() => expect(saved().quiet?.days).toEqual([0, 1, 2, 3, 4, 5]));
  fireEvent.change(within(dialog).getByLabelText("Van"), { target: { value: "20:30" } });
  await waitFor(() => expect(saved().quiet?.from).toBe("20:30"));
  fireEvent.change(within(dialog).getByLabelText("Van"), { target: { value: "laat" } });
  await within(dialog).findByText("Schrijf een tijd als 09:00.");
  expect(saved().quiet?.from).toBe("20:30");
  fireEvent.input(within(dialog).getByLabelText("Tijdzone"), { target: { value: "Europe/Atlantis" } });
  await within(dialog).findByText("Deze tijdzone bestaat niet.");
  fireEvent.input(within(dialog).getByLabelText("Tijdzone"), { target: { value: "Europe/Lisbon" } });
  await waitFor(() => expect(saved().quiet?.zone).toBe("Europe/Lisbon"));
  fireEvent.click(within(dialog).getByRole("switch", { name: "Stille uren" }));
  await waitFor(() =>
    expect(saved()).toEqual({ ...DEFAULT_NOTIFICATION_SETTINGS, sound: false, mail: false }),
  );
});

it("H83 mail is written in the language that the desk is read in", async () => {
  chooseLanguage("en");
  desk.open();
  await screen.findByRole("button", { name: "My notifications" });
  await waitFor(() => expect(saved()).toEqual({ ...DEFAULT_NOTIFICATION_SETTINGS, language: "en" }));
});

it("H93 what this browser allows is said as it is, with what one can do about it", async () => {
  const said: readonly (readonly [PushState, RegExp])[] = [
    ["unsupported", /kan geen pushmeldingen tonen/],
    ["insecure", /alleen via https/],
    ["needs_install", /iPhone of iPad.*beginscherm/],
    ["denied", /blokkeert meldingen.*slotje/],
  ];
  for (const [state, sentence] of said) {
    desk.device.now = state;
    const dialog = await openDialog();
    await within(dialog).findByText(sentence);
    expect(within(dialog).queryByRole("button", { name: /op dit apparaat/ })).toBeNull();
    within(dialog).getByText(/Deze server kan geen e-mail versturen/);
    desk.close();
  }
});

it("H93 push is turned on and off on this device; a refusal and a failure are told", async () => {
  const dialog = await openDialog();
  const turn = (name: string) => fireEvent.click(within(dialog).getByRole("button", { name }));
  const tries = [
    ["dismissed", /kreeg geen antwoord/],
    ["failed", /kon zich niet aanmelden bij zijn pushdienst/],
  ] as const;
  await within(dialog).findByText("Op dit apparaat staat push uit.");
  for (const [answer, sentence] of tries) {
    desk.device.answer = answer;
    turn("Aanzetten op dit apparaat");
    expect((await within(dialog).findByText(sentence)).closest("[role=alert]")).toBeTruthy();
  }
  desk.device.answer = "on";
  turn("Aanzetten op dit apparaat");
  await within(dialog).findByText("Op dit apparaat staat push aan.");
  expect(posted("devices")[0]).toMatchObject({
    own: "1",
    body: { endpoint: "https://push.example.org/this-browser", language: "nl" },
  });
  turn("Uitzetten op dit apparaat");
  await within(dialog).findByText("Op dit apparaat staat push uit.");
  await waitFor(() => expect(posted("devices/forget")).toHaveLength(1));
  desk.device.answer = "denied";
  turn("Aanzetten op dit apparaat");
  await within(dialog).findByText(/Je hebt meldingen geweigerd/);
  await within(dialog).findByText(/blokkeert meldingen van deze pagina/);
});

it("H83 H93 a test rings, pushes and writes for real, and says what happened to each", async () => {
  desk.edge.notifications.mailTo = "ana@example.org";
  desk.device.now = "on";
  desk.edge.answers.set("/api/notifications/test", { status: 200, body: { ok: true } });
  const dialog = await openDialog();
  await within(dialog).findByText("Op dit apparaat staat push aan.");
  const test = within(dialog).getByRole("button", { name: "Stuur een test" });
  const said = () =>
    [...dialog.querySelectorAll("output p")].map(({ textContent }) => textContent?.split(".")[0]);
  fireEvent.click(test);
  await waitFor(() =>
    expect(said()).toEqual([
      "Geluid: afgespeeld",
      "Push: aangenomen door de pushdienst, nog niet aangekomen",
      "E-mail: aangenomen door de mailserver",
    ]),
  );
  expect(desk.sound.pitches).toHaveLength(2);
  const ids = posted("test").flatMap(({ body }) => (body as { readonly id?: string }).id ?? []);
  await act(() => ids.forEach((id) => desk.device.tell({ kind: "arrived", id })));
  await waitFor(() => expect(said()[1]).toBe("Push: aangekomen op dit apparaat"));

  desk.edge.answers.set("/api/notifications/test", { status: 200, body: { ok: false, why: "gone" } });
  fireEvent.click(test);
  await waitFor(() => expect(said()[1]).toBe("Push: de pushdienst kent dit apparaat niet meer"));
});

it("H93 the server hears whether the desk is in sight, and what waits no more is taken away outside of the page", async () => {
  let state: DocumentVisibilityState = "visible";
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
  const heard = () =>
    desk.canned.heard.flatMap((message) => (message.type === "set-visibility" ? [message.visible] : []));
  desk.canned.put(aHandoff("one", desk.now, { priority: "urgent" }), aHandoff("two", desk.now));
  desk.device.shown = new Set(["one", "two", "gone"]);
  desk.open();
  await waitFor(() => expect(heard()).toEqual([true]));
  await waitFor(() => expect([...desk.device.shown]).toEqual(["one", "two"]));
  state = "hidden";
  document.dispatchEvent(new Event("visibilitychange"));
  await waitFor(() => expect(heard()).toEqual([true, false]));
  await act(() => desk.canned.moveAs(BRAM, aHandoff("one", 0).id, { status: "assigned" }));
  await waitFor(() => expect([...desk.device.shown]).toEqual(["two"]));
  desk.device.tell({ kind: "open", handoff: "two" });
  expect(location.hash).toBe("#/handoffs/two");
  Reflect.deleteProperty(document, "visibilityState");
});
