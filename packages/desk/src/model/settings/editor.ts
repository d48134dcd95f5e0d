/** The settings while somebody edits them: what is saved, what is not yet, and what came of saving. Nothing applies before it is saved (S8). */
import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import type { HandoffSettings, SiteId } from "@sophie/engine";
import { type Change, changesBetween } from "./changes.ts";
import { isSame } from "./is-same.ts";
import { rebase } from "./rebase.ts";
import type { CallFailure, Problem, SaveAnswer, SavedVersion, SettingsDocument } from "./settings-http.ts";

export type SaveOutcome =
  | { readonly state: "none" }
  | { readonly state: "saving" }
  | { readonly state: "saved"; readonly warnings: readonly Problem[] }
  | { readonly state: "failed"; readonly why: CallFailure["why"] }
  /** What the server found wrong stands in `problems`. */
  | { readonly state: "invalid" }
  | {
      readonly state: "stale";
      readonly theirs: SettingsDocument;
      readonly theirChanges: readonly Change[];
    };

export interface EditorPorts {
  readonly site: SiteId;
  save(settings: HandoffSettings): Promise<SaveAnswer>;
  readVersion(
    version: number,
  ): Promise<{ readonly ok: true; readonly value: HandoffSettings } | { readonly ok: false }>;
  /** For what is added: unique among what is there. */
  newKey(): string;
}

export interface SettingsEditor {
  readonly site: SiteId;
  readonly saved: ReadonlySignal<HandoffSettings>;
  readonly draft: ReadonlySignal<HandoffSettings>;
  readonly mayEdit: ReadonlySignal<boolean>;
  /** Newest first. */
  readonly history: ReadonlySignal<readonly SavedVersion[]>;
  /** What is not saved yet. */
  readonly changes: ReadonlySignal<readonly Change[]>;
  readonly problems: ReadonlySignal<readonly Problem[]>;
  readonly outcome: ReadonlySignal<SaveOutcome>;
  newKey(): string;
  change(changes: Partial<HandoffSettings>): void;
  discard(): void;
  /** Whether it is saved now. */
  save(): Promise<boolean>;
  /** After `stale`: one's own edits on top of what the other saved. Saves nothing. */
  keepMine(): void;
  /** After `stale`: one's own edits go. */
  takeTheirs(): void;
  /** What another saved version holds, for looking at. */
  read(version: number): Promise<HandoffSettings | null>;
  /** An older version as edits that are not saved yet. */
  putBack(older: HandoffSettings): void;
}

export function createSettingsEditor(document: SettingsDocument, ports: EditorPorts): SettingsEditor {
  const saved = signal(document.settings);
  const draft = signal(document.settings);
  const mayEdit = signal(document.mayEdit);
  const history = signal<readonly SavedVersion[]>(document.history);
  const problems = signal<readonly Problem[]>([]);
  const outcome = signal<SaveOutcome>({ state: "none" });
  const changes = computed(() => changesBetween(saved.value, draft.value));
  const versions = new Map([[document.settings.version, document.settings]]);

  function take({ settings, history: known }: Pick<SettingsDocument, "settings" | "history">): void {
    versions.set(settings.version, settings);
    saved.value = settings;
    history.value = known;
  }

  function settle(next: HandoffSettings, state: SaveOutcome = { state: "none" }): void {
    batch(() => {
      draft.value = next;
      problems.value = [];
      outcome.value = state;
    });
  }

  function takeAnswer(sent: HandoffSettings, answer: SaveAnswer): boolean {
    if (answer.ok) {
      // What was typed while it was being saved stays, unsaved.
      const kept = rebase(sent, draft.peek(), answer.saved.settings);
      take(answer.saved);
      settle(kept, { state: "saved", warnings: answer.saved.warnings });
      return true;
    }
    if (answer.why === "invalid") {
      problems.value = answer.problems;
      outcome.value = { state: "invalid" };
    } else if (answer.why === "stale") {
      const { theirs } = answer;
      const theirChanges = changesBetween(saved.peek(), theirs.settings);
      outcome.value = { state: "stale", theirs, theirChanges };
    } else {
      if (answer.why === "forbidden") mayEdit.value = false;
      outcome.value = { state: "failed", why: answer.why };
    }
    return false;
  }

  return {
    saved,
    draft,
    mayEdit,
    history,
    changes,
    problems,
    outcome,
    site: ports.site,
    newKey: ports.newKey,
    change(next) {
      batch(() => {
        draft.value = { ...draft.peek(), ...next };
        if (outcome.peek().state === "saved") outcome.value = { state: "none" };
      });
    },
    discard: () => settle(saved.peek()),
    async save() {
      if (outcome.peek().state === "saving") return false;
      const sent = draft.peek();
      outcome.value = { state: "saving" };
      const answer = await ports.save(sent);
      return batch(() => takeAnswer(sent, answer));
    },
    keepMine() {
      const now = outcome.peek();
      if (now.state !== "stale") return;
      batch(() => {
        const kept = rebase(saved.peek(), draft.peek(), now.theirs.settings);
        take(now.theirs);
        settle(kept);
      });
    },
    takeTheirs() {
      const now = outcome.peek();
      if (now.state !== "stale") return;
      batch(() => {
        take(now.theirs);
        settle(now.theirs.settings);
      });
    },
    async read(version) {
      const held = versions.get(version);
      if (held !== undefined) return held;
      const answer = await ports.readVersion(version);
      if (!answer.ok) return null;
      versions.set(version, answer.value);
      return answer.value;
    },
    putBack: (older) => settle({ ...older, version: saved.peek().version }),
  };
}

/** Whether there is something that leaving would lose. */
export function isEdited(editor: SettingsEditor): boolean {
  return !isSame(editor.saved.value, editor.draft.value);
}
