/** Whoever takes a handoff before a more pressing one is told, and chooses (Q8). */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const started = () =>
  desk.canned.heard.flatMap((message) =>
    message.type === "start-handoff" ? [[message.handoff, message.inOrder]] : [],
  );

async function startLower(): Promise<HTMLElement> {
  await act(() => {
    desk.canned.put(
      aHandoff("lower", desk.now, { priority: "normal", trigger: "price_question" }),
      aHandoff("higher", desk.now, { priority: "high" }),
    );
  });
  desk.open("#/handoffs/lower");
  const actions = await screen.findByRole("region", { name: "Prijsvraag" });
  fireEvent.click(within(actions).getByRole("button", { name: "Start behandeling" }));
  return screen.findByRole("dialog", { name: "Er wacht een dringender handoff" });
}

it("Q8 who starts a lower one reads which one is more pressing, and may go on", async () => {
  const dialog = await startLower();
  expect(within(dialog).getByText(/Hoog: Demo-aanvraag/)).toBeTruthy();
  expect(started()).toEqual([["lower", true]]);
  fireEvent.click(within(dialog).getByRole("button", { name: "Toch deze nemen" }));
  await waitFor(() => expect(started().at(-1)).toEqual(["lower", undefined]));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("Q8 or opens the more pressing one, and nothing is taken", async () => {
  const dialog = await startLower();
  fireEvent.click(within(dialog).getByRole("button", { name: "Die openen" }));
  await waitFor(() => expect(location.hash).toBe("#/handoffs/higher"));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(started()).toEqual([["lower", true]]);
});
