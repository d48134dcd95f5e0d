/** Records what happens while the visitor agrees, and nothing before or after. */
import type { TrackDetails, TrackName } from "../entry/behaviour-module.ts";
import type { BehaviourLine } from "./behaviour-line.ts";
import type { BehaviourStore, Happening } from "./behaviour-store.ts";
import { currentPath, PATH_CHARS_MAX } from "./page-facts.ts";

export class Recorder {
  readonly #store: BehaviourStore;
  readonly #line: BehaviourLine;
  #isAllowed = false;

  constructor(store: BehaviourStore, line: BehaviourLine) {
    this.#store = store;
    this.#line = line;
  }

  allow(): void {
    this.#isAllowed = true;
    this.#store.change({ isLeaving: false });
  }

  /** Withdrawn: what is here goes at once, and the server is told until it has heard. */
  forget(): void {
    this.#isAllowed = false;
    // A visitor whom the server never met has nothing there.
    if (this.#store.token === null) return this.#store.clear();
    this.#store.change({ waiting: [], isLeaving: true });
    this.#line.now();
  }

  record(happening: Happening, isUrgent = false): void {
    if (!this.#isAllowed || this.#store.kept?.isLeaving !== false) return;
    this.#store.add(happening);
    if (isUrgent) this.#line.now();
    else this.#line.soon();
  }

  /** Of names that it does not know, a page may tell as it likes. */
  track(name: Exclude<TrackName, "page">, details: TrackDetails = {}): void {
    switch (name) {
      case "calculator_used":
        return this.record({ kind: "calculator_used" });
      case "unsubscribe":
        return this.record({ kind: "unsubscribed" });
      case "form":
      case "brochure":
      case "newsletter":
      case "saved_object": {
        const of = (details.of ?? currentPath()).slice(0, PATH_CHARS_MAX);
        return this.record({ kind: "converted", conversion: name, of });
      }
    }
  }
}
