/** The answers that are written already, as the desk holds them: fetched once a site, when somebody first wants one. */
import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { CannedReply, SiteId } from "@sophie/engine";
import { type CannedAnswer, type CannedDocument, readCanned } from "./canned-http.ts";

export type ShelfState =
  | { readonly state: "asking" | "failed" }
  | ({ readonly state: "held" } & CannedDocument);

/** One that is being written, and what was wrong with it when it was saved last. */
export interface EditedReply {
  readonly site: SiteId;
  readonly reply: CannedReply;
  readonly fault: Exclude<CannedAnswer, { state: "done" }> | null;
}

export interface CannedShelf {
  readonly all: ReadonlySignal<ReadonlyMap<SiteId, ShelfState>>;
  /** Asks unless it is held or asked for already. */
  open(site: SiteId): void;
  /** Outlives a look at another page; null while nobody writes one. */
  readonly edited: Signal<EditedReply | null>;
  /** What a save has answered. */
  put(site: SiteId, document: CannedDocument): void;
}

export function createCannedShelf(): CannedShelf {
  const all = signal<ReadonlyMap<SiteId, ShelfState>>(new Map());

  function set(site: SiteId, state: ShelfState): void {
    all.value = new Map(all.peek()).set(site, state);
  }

  async function ask(site: SiteId): Promise<void> {
    set(site, { state: "asking" });
    const document = await readCanned(site);
    set(site, document === null ? { state: "failed" } : { state: "held", ...document });
  }

  return {
    all,
    edited: signal<EditedReply | null>(null),
    open(site) {
      const held = all.peek().get(site)?.state;
      if (held === undefined || held === "failed") void ask(site);
    },
    put: (site, document) => set(site, { state: "held", ...document }),
  };
}
