/** The keys of the desk, their map, and the palette. */
import { HandoffId } from "@sophie/engine";
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => {
  localStorage.removeItem("sophie.desk.keys");
  desk = prepareDesk();
  desk.canned.put(
    aHandoff("one", desk.now),
    aHandoff("two", desk.now, { trigger: "price_question", score: 1 }),
  );
});
afterEach(() => desk.close());

function press(key: string, more: object = {}, target: Element = document.body): void {
  fireEvent.keyDown(target, { key, ...more });
}

function statusOf(id: string): string | undefined {
  return desk.canned.handoffs.get(HandoffId.parse(id))?.status;
}

async function palette(): Promise<HTMLElement> {
  press("k", { ctrlKey: true });
  return screen.findByRole("combobox", { name: "Zoek een handoff, actie of pagina…" });
}

const options = () => screen.getAllByRole("option").map((option) => option.textContent);

it("the question mark shows every key by group, and Escape closes the map again", async () => {
  desk.open("#/handoffs/one");
  await screen.findByRole("button", { name: "Start behandeling" });
  press("?");
  const map = await screen.findByRole("dialog", { name: "Sneltoetsen" });
  expect(
    within(map)
      .getAllByRole("region")
      .map((group) => group.querySelectorAll("kbd").length > 0),
  ).toEqual([true, true, true, true]);
  expect(within(map).getByText("Start behandeling").nextElementSibling?.textContent).toBe("S");
  press("s", {}, map);
  expect(statusOf("one")).toBe("pending");
  press("Escape", {}, map);
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Sneltoetsen" })).toBeNull());
});

it("single keys can be switched off (WCAG 2.1.4), which is remembered; Escape and Control still work", async () => {
  desk.open("#/handoffs/one");
  await screen.findByRole("button", { name: "Start behandeling" });
  press("?");
  fireEvent.click(await screen.findByRole("switch", { name: "Losse toetsen" }));
  press("Escape", {}, screen.getByRole("dialog", { name: "Sneltoetsen" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(localStorage.getItem("sophie.desk.keys")).toBe("off");

  for (const key of ["s", "j", "?", "/"]) press(key);
  expect(statusOf("one")).toBe("pending");
  expect(screen.queryByRole("dialog")).toBeNull();
  await palette();
  press("Escape", {}, screen.getByRole("dialog"));
});

it("no key does anything but its letter in a field", async () => {
  desk.open("#/handoffs/one");
  const search = await screen.findByRole("searchbox", { name: "Zoeken" });
  for (const key of ["s", "c", "e", "x", "?", "1"]) press(key, {}, search);
  expect(statusOf("one")).toBe("pending");
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("the keys of a handoff do what its buttons do, and only what they offer", async () => {
  desk.open("#/handoffs/one");
  await screen.findByRole("button", { name: "Start behandeling" });
  press("e");
  expect(statusOf("one")).toBe("pending");
  press("c");
  await waitFor(() => expect(statusOf("one")).toBe("assigned"));
  await screen.findByRole("button", { name: "In behandeling nemen" });
  press("s");
  await waitFor(() => expect(statusOf("one")).toBe("in_progress"));
  await screen.findByRole("button", { name: "Markeer afgerond" });
  press("r");
  expect(document.activeElement?.tagName).toBe("TEXTAREA");
  press("x");
  expect(await screen.findByRole("dialog", { name: "Handoff annuleren" })).toBeTruthy();
});

it("the palette finds actions, handoffs and pages, walks with the arrows and goes there with Enter", async () => {
  desk.open();
  await screen.findByRole("list", { name: "Handoffs" });
  const field = await palette();
  fireEvent.input(field, { target: { value: "prijsvr" } });
  await waitFor(() => expect(options()).toHaveLength(1));
  expect(screen.getByRole("group", { name: "Handoffs" })).toBeTruthy();
  expect(field.getAttribute("aria-activedescendant")).toBe(screen.getByRole("option").id);
  press("Enter", {}, field);
  await waitFor(() => expect(location.hash).toBe("#/handoffs/two"));

  const again = await palette();
  fireEvent.input(again, { target: { value: "tea" } });
  await waitFor(() => expect(options()).toEqual(["Team"]));
  fireEvent.input(again, { target: { value: "start" } });
  await waitFor(() => expect(options()[0]).toContain("Start behandeling"));
  press("Enter", {}, again);
  await waitFor(() => expect(statusOf("two")).toBe("in_progress"));

  const last = await palette();
  fireEvent.input(last, { target: { value: "zeppelin" } });
  expect(await screen.findByText("Niets gevonden voor “zeppelin”.")).toBeTruthy();
});
