/** What is said of the keys, and by the palette. */

/** What a key does, but for those of verdicts, which have the names of the verdicts. */
type NamedKey =
  | "palette"
  | "map"
  | "undo"
  | "close"
  | "next"
  | "previous"
  | "search"
  | "start"
  | "claim"
  | "assign"
  | "answer"
  | "note"
  | "create_contact"
  | "complete"
  | "prioritise"
  | "release"
  | "cancel"
  | "reopen";

export interface KeysWords {
  readonly title: string;
  readonly lead: string;
  readonly open: string;
  readonly switch: string;
  readonly switchHint: string;
  readonly group: Readonly<Record<"everywhere" | "list" | "handoff" | "verdict", string>>;
  readonly name: Readonly<Record<NamedKey, string>>;
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
