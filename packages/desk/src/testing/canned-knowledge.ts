/** The knowledge of a canned site, as its server answers for it. */
import { type KnowledgeEntry, may, type Role } from "@sophie/engine";
import type { KnowledgeProblem, UnknownQuestion } from "../model/knowledge/knowledge-http.ts";

export class CannedKnowledge {
  version = 3;
  entries: readonly KnowledgeEntry[] = [];
  unknown: readonly UnknownQuestion[] = [];
  /** What the next save is refused for. */
  problems: readonly KnowledgeProblem[] = [];
  /** What a question that is tried calls a person for, by its text. */
  readonly signals = new Map<string, { readonly type: "demo_request"; readonly confidence: number }>();
  /** Every list that was offered. */
  readonly offered: (readonly KnowledgeEntry[])[] = [];

  document(role: Role) {
    return {
      version: this.version,
      entries: this.entries,
      language: "nl",
      mayEdit: may(role, "bot.edit"),
      history: [{ version: this.version, savedAt: 1_767_600_000_000, savedBy: "Chris de Boer" }],
    };
  }

  /** A colleague saves something else. */
  saveElsewhere(entries: readonly KnowledgeEntry[]): void {
    this.version += 1;
    this.entries = entries;
  }

  put(body: { readonly version: number; readonly entries: readonly KnowledgeEntry[] }, role: Role) {
    this.offered.push(body.entries);
    if (this.problems.length > 0) return { status: 422, body: { problems: this.problems } };
    if (body.version !== this.version) return { status: 409, body: this.document(role) };
    this.saveElsewhere(body.entries);
    return { status: 200, body: this.document(role) };
  }
}
