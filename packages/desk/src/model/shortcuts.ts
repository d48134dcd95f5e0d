/** Every key of the desk: what the map shows, and what the keys are looked up in. */
import type { VerdictKind } from "@sophie/engine";
import type { KeysWords } from "../words/keys-words.ts";

export const SHORTCUT_GROUPS = ["everywhere", "list", "verdict", "handoff"] as const;
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number];

interface Shortcut {
  readonly group: ShortcutGroup;
  /** As `KeyboardEvent.key` names it, in lower case. */
  readonly key: string;
  /** With Control, or Command on a Mac. Such a key works in a field, too. */
  readonly isWithControl?: true;
}

const SHORTCUTS = {
  palette: { group: "everywhere", key: "k", isWithControl: true },
  map: { group: "everywhere", key: "?" },
  undo: { group: "everywhere", key: "z" },
  close: { group: "everywhere", key: "escape" },
  next: { group: "list", key: "j" },
  previous: { group: "list", key: "k" },
  search: { group: "list", key: "/" },
  start: { group: "handoff", key: "s" },
  claim: { group: "handoff", key: "c" },
  assign: { group: "handoff", key: "a" },
  answer: { group: "handoff", key: "r" },
  note: { group: "handoff", key: "i" },
  create_contact: { group: "handoff", key: "n" },
  complete: { group: "handoff", key: "e" },
  prioritise: { group: "handoff", key: "p" },
  release: { group: "handoff", key: "u" },
  cancel: { group: "handoff", key: "x" },
  reopen: { group: "handoff", key: "o" },
  right_escalation: { group: "verdict", key: "1" },
  customer_happy: { group: "verdict", key: "2" },
  converted: { group: "verdict", key: "3" },
  wrong_escalation: { group: "verdict", key: "4" },
  too_late: { group: "verdict", key: "5" },
  no_real_interest: { group: "verdict", key: "6" },
} as const satisfies Readonly<Record<keyof KeysWords["name"] | VerdictKind, Shortcut>>;

export type ShortcutName = keyof typeof SHORTCUTS;

const ALL: Readonly<Record<ShortcutName, Shortcut>> = SHORTCUTS;

export function shortcutsOf(group: ShortcutGroup): readonly ShortcutName[] {
  return names().filter((name) => ALL[name].group === group);
}

export function groupOf(name: ShortcutName): ShortcutGroup {
  return ALL[name].group;
}

/** What stands on the caps that are pressed together. */
export function capsOf(name: ShortcutName): readonly string[] {
  const { key, isWithControl } = ALL[name];
  const cap = key === "escape" ? "Esc" : key.toUpperCase();
  return isWithControl === true ? [isMac() ? "⌘" : "Ctrl", cap] : [cap];
}

/** Whether a plain key of the alphabet, a digit or a sign: those can be switched off (WCAG 2.1.4). */
export function isSingleKey(name: ShortcutName): boolean {
  const { key, isWithControl } = ALL[name];
  return isWithControl !== true && key.length === 1;
}

/** Which shortcuts a press means; several, if they belong to different places. */
export function shortcutsFor(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
): readonly ShortcutName[] {
  if (event.altKey) return [];
  const isWithControl = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  return names().filter(
    (name) => ALL[name].key === key && (ALL[name].isWithControl === true) === isWithControl,
  );
}

function names(): readonly ShortcutName[] {
  return Object.keys(SHORTCUTS) as ShortcutName[];
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
