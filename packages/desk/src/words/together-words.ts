/** What is said of colleagues who look on, of who answers, of notes, and of answers that are written already. */
import type { UndoableAction } from "@sophie/engine";

export interface TogetherWords {
  readonly undo: string;
  readonly undone: string;
  /** In the history: who took back what. */
  undid(by: string, action: UndoableAction): string;
  looksOn(name: string): string;
  writes(name: string): string;
  /** Beside the portraits that are drawn. */
  more(count: number): string;
  /** For those who listen: who of them looks on, and who writes. */
  onlookers(looking: readonly string[], writing: readonly string[]): string;
  readonly composer: {
    /** Somebody else writes; one's own text stays. */
    isWriting(name: string): string;
    justAnswered(name: string): string;
    readonly theirDraft: string;
    readonly merge: string;
    readonly take: string;
    held(name: string): string;
    readonly startAndSend: string;
    readonly takeOverAndSend: string;
    readonly startsFirst: string;
    takesOver(name: string): string;
    readonly readSummary: string;
    readonly failed: string;
  };
  readonly note: {
    readonly label: string;
    readonly answer: string;
    readonly mode: string;
    readonly placeholder: string;
    readonly add: string;
    readonly hint: string;
    /** Over a note in the conversation. */
    readonly head: string;
  };
  readonly canned: {
    readonly title: string;
    readonly lead: string;
    readonly open: string;
    readonly list: string;
    found(count: number): string;
    readonly none: string;
    readonly noneYet: string;
    readonly manage: string;
    /** A variable is still open: it stands in `gap`, with its braces. */
    fill(gap: string): string;
    readonly site: string;
    readonly siteHint: string;
    readonly own: string;
    readonly ownHint: string;
    readonly empty: string;
    readonly add: string;
    readonly addOwn: string;
    readonly edit: string;
    readonly name: string;
    readonly nameHint: string;
    readonly text: string;
    readonly variables: string;
    readonly otherLanguages: string;
    readonly save: string;
    readonly cancel: string;
    readonly remove: string;
    readonly saved: string;
    readonly removed: string;
    readonly failed: string;
    readonly readOnly: string;
    readonly stale: string;
    readonly wrong: {
      readonly name: string;
      readonly texts: string;
      variable(wrong: string): string;
      readonly other: string;
    };
  };
}
