/** What the palette offers for what is typed: actions first, then handoffs, then pages. */
import type { Handoff } from "@sophie/engine";
import type { Words } from "../words/words.ts";
import type { Command } from "./commands.ts";
import { reasonName } from "./reason-name.ts";
import { fits, searchHandoffs, searchWords } from "./search.ts";
import { groupOf, type ShortcutGroup, type ShortcutName } from "./shortcuts.ts";

/** Of a long queue, as many as can be told apart at a look. */
const HANDOFFS_MAX = 8;

const NEAREST: readonly ShortcutGroup[] = ["verdict", "handoff", "list", "everywhere"];

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** Beside the label, quieter. */
  readonly about: string;
  readonly shortcut?: ShortcutName | undefined;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly group: "actions" | "handoffs" | "pages";
  readonly items: readonly PaletteItem[];
}

export interface PaletteSource {
  readonly commands: readonly Command[];
  readonly handoffs: readonly Handoff[];
  readonly pages: readonly { readonly id: string; readonly label: string; readonly run: () => void }[];
  readonly openHandoff: (handoff: Handoff) => void;
  readonly siteName: (handoff: Handoff) => string;
}

/** Groups with nothing in them are left out. */
export function paletteGroups(source: PaletteSource, typed: string, words: Words): readonly PaletteGroup[] {
  const wanted = searchWords(typed);
  const actions = source.commands
    .toSorted((a, b) => nearnessOf(a) - nearnessOf(b))
    .flatMap(({ id, label, shortcut, run }) =>
      label !== null && fits(label, wanted) ? [{ id, label, about: "", shortcut, run }] : [],
    );
  const handoffs = searchHandoffs(source.handoffs, typed, words, source.siteName)
    .slice(0, HANDOFFS_MAX)
    .map((handoff) => ({
      id: `handoff-${handoff.id}`,
      label: reasonName(handoff, words),
      about: handoff.evidence?.text ?? handoff.summary.lines.at(-1)?.text ?? "",
      run: () => source.openHandoff(handoff),
    }));
  const pages = source.pages
    .filter(({ label }) => fits(label, wanted))
    .map((page) => ({ ...page, about: "" }));
  const groups: readonly PaletteGroup[] = [
    { group: "actions", items: actions },
    { group: "handoffs", items: handoffs },
    { group: "pages", items: pages },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** What is done with the handoff that is open comes before what can be done anywhere. */
function nearnessOf({ shortcut }: Command): number {
  return shortcut === undefined ? NEAREST.length : NEAREST.indexOf(groupOf(shortcut));
}
