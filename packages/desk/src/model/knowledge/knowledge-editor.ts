/** A list of knowledge while somebody works on it: nothing holds before it is saved, and nothing is lost when somebody was quicker. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import {
  createKnowledgeSearch,
  type KnowledgeEntry,
  type KnowledgeMatch,
  type Language,
} from "@sophie/engine";
import type { KnowledgeCalls, KnowledgeDocument, KnowledgeProblem } from "./knowledge-http.ts";

export type SaveState =
  | { readonly state: "idle" | "saving" | "saved" | "failed" }
  | { readonly state: "invalid"; readonly problems: readonly KnowledgeProblem[] }
  | { readonly state: "stale"; readonly theirs: KnowledgeDocument };

export interface KnowledgeEditor {
  readonly document: ReadonlySignal<KnowledgeDocument>;
  readonly entries: ReadonlySignal<readonly KnowledgeEntry[]>;
  /** How many entries are new, changed or gone. */
  readonly changes: ReadonlySignal<number>;
  readonly save: ReadonlySignal<SaveState>;
  /** Begins an entry, at the top; answers with its id. */
  add(from?: Partial<KnowledgeEntry>): string;
  change(id: string, change: Partial<KnowledgeEntry>): void;
  remove(id: string): void;
  /** Entries with an id that is there already take its place. */
  take(entries: readonly KnowledgeEntry[]): void;
  discard(): void;
  takeTheirs(): void;
  submit(): Promise<void>;
  /** What Sophie would find, with everything that is not saved yet. */
  search(
    question: { readonly text: string; readonly language: Language },
    limit: number,
  ): readonly KnowledgeMatch[];
}

export function createKnowledgeEditor(
  loaded: KnowledgeDocument,
  { calls, newId }: { readonly calls: Pick<KnowledgeCalls, "save">; readonly newId: () => string },
): KnowledgeEditor {
  const document = signal(loaded);
  const entries = signal<readonly KnowledgeEntry[]>(loaded.entries);
  const save = signal<SaveState>({ state: "idle" });
  const changes = computed(() => countChanges(document.value.entries, entries.value));
  const find = computed(() => createKnowledgeSearch(entries.value, document.value.language));

  function edit(next: readonly KnowledgeEntry[]): void {
    entries.value = next;
    if (save.peek().state !== "stale") save.value = { state: "idle" };
  }

  function hold(next: KnowledgeDocument, state: SaveState): void {
    document.value = next;
    entries.value = next.entries;
    save.value = state;
  }

  return {
    document,
    entries,
    changes,
    save,
    search: (question, limit) => find.value(question, limit),
    add(from = {}) {
      const id = newId();
      const { language } = document.peek();
      edit([{ language, question: "", variants: [], answer: "", ...from, id }, ...entries.peek()]);
      return id;
    },
    change(id, change) {
      edit(entries.peek().map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
    },
    remove(id) {
      edit(entries.peek().filter((entry) => entry.id !== id));
    },
    take(taken) {
      const ids = new Set(taken.map(({ id }) => id));
      edit([...taken, ...entries.peek().filter(({ id }) => !ids.has(id))]);
    },
    discard() {
      hold(document.peek(), { state: "idle" });
    },
    takeTheirs() {
      const state = save.peek();
      if (state.state === "stale") hold(state.theirs, { state: "idle" });
    },
    async submit() {
      const sent = entries.peek();
      save.value = { state: "saving" };
      const outcome = await calls.save(document.peek().version, sent);
      if (outcome.state === "saved") {
        const isUntouched = entries.peek() === sent;
        document.value = outcome.document;
        if (isUntouched) entries.value = outcome.document.entries;
        save.value = { state: "saved" };
      } else if (outcome.state === "stale") save.value = { state: "stale", theirs: outcome.document };
      else save.value = outcome;
    },
  };
}

function countChanges(before: readonly KnowledgeEntry[], after: readonly KnowledgeEntry[]): number {
  const known = new Map(before.map((entry) => [entry.id, JSON.stringify(entry)]));
  const changed = after.filter((entry) => known.get(entry.id) !== JSON.stringify(entry)).length;
  const kept = new Set(after.map(({ id }) => id));
  return changed + before.filter(({ id }) => !kept.has(id)).length;
}
