/** Opens a section of the settings page on a canned site, as an admin unless a test says otherwise, and presses what a person would. */
import type { HandoffSettings, Role } from "@sophie/engine";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import type { SettingsSection } from "../model/settings/section.ts";
import { BRAM } from "./builders.ts";
import type { CannedSettings } from "./canned-settings.ts";
import type { OpenedDesk } from "./open-desk.tsx";

/** Who may edit the bot, in these tests. */
export const CHRIS = { ...BRAM, name: "Chris de Boer", role: "admin" } as const;

interface OpeningOptions {
  readonly role?: Role;
  /** What was saved before, by somebody. */
  readonly saved?: Partial<HandoffSettings>;
}

export async function openSettings(
  desk: OpenedDesk,
  section: SettingsSection,
  { role = "admin", saved }: OpeningOptions = {},
): Promise<CannedSettings> {
  const { canned, edge } = desk;
  canned.me = { ...canned.me, role };
  canned.agents = [canned.me, CHRIS];
  if (saved !== undefined) edge.settings.saveAs("Chris de Boer", saved);
  desk.open(`#/settings/${section}`);
  await screen.findByRole("navigation", { name: "Overdracht" });
  return edge.settings;
}

/** As a link or the address bar does it. */
export async function turnTo(fragment: string): Promise<void> {
  await act(() => {
    location.hash = fragment;
  });
}

export function press(name: string | RegExp, inside: HTMLElement = document.body): void {
  fireEvent.click(within(inside).getByRole("button", { name }));
}

export function fill(label: string | RegExp, value: string, inside: HTMLElement = document.body): void {
  const field = within(inside).getByLabelText(label);
  fireEvent.input(field, { target: { value } });
  fireEvent.change(field, { target: { value } });
}

export function choose(label: string | RegExp, value: string, inside: HTMLElement = document.body): void {
  fireEvent.change(within(inside).getByLabelText(label), { target: { value } });
}

/** The line of a list whose summary says this. */
export function line(text: RegExp): HTMLElement {
  const found = screen
    .getAllByRole("listitem")
    .find((item) => text.test(item.querySelector("summary")?.textContent ?? ""));
  if (found === undefined) throw new Error(`line: no line says ${text}.`);
  return found;
}

/** Saves, and answers with what was offered for saving. */
export async function save(settings: CannedSettings): Promise<HandoffSettings> {
  const before = settings.offered.length;
  press("Opslaan");
  await waitFor(() => {
    if (settings.offered.length === before) throw new Error("not offered yet");
  });
  const offered = settings.offered.at(-1);
  if (offered === undefined) throw new Error("save: nothing was offered.");
  return offered;
}
