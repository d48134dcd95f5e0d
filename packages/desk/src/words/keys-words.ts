/** What is said of the keys, and by the palette. */
import type { ShortcutGroup, ShortcutName } from "../model/shortcuts.ts";

export interface KeysWords {
  readonly title: string;
  readonly lead: string;
  readonly open: string;
  readonly switch: string;
  readonly switchHint: string;
  readonly group: Readonly<Record<ShortcutGroup, string>>;
  /** Those of verdicts have the names of the verdicts. */
  readonly name: Readonly<Record<Exclude<ShortcutName, VerdictKey>, string>>;
  /** Keys that every list has by itself. */
  readonly arrows: string;
  readonly ends: string;
  readonly enter: string;
  readonly palette: {
    readonly title: string;
    readonly placeholder: string;
    readonly actions: string;
    readonly handoffs: string;
    readonly pages: string;
    nothing(text: string): string;
    /** How many there are to choose from. */
    found(count: number): string;
  };
  showList(filter: string): string;
}

export type VerdictKey =
  | "right_escalation"
  | "customer_happy"
  | "converted"
  | "wrong_escalation"
  | "too_late"
  | "no_real_interest";
