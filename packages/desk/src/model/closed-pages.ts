/** The handoffs that are over, fetched a page at a time when somebody looks at them. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Handoff, HandoffId, HandoffList, SendId } from "@sophie/engine";
import type { DeskRequest } from "./desk-line.ts";
import type { HandoffBook } from "./handoff-book.ts";

export type ClosedStatus = "completed" | "cancelled";

interface Page {
  readonly state: "unasked" | "asking" | "held" | "failed";
  readonly more: boolean;
  /** The last that came, in the server's order: the next page begins behind it. */
  readonly end: { readonly at: number; readonly id: HandoffId } | null;
}

const UNASKED: Page = { state: "unasked", more: false, end: null };

export interface ClosedPages {
  readonly state: ReadonlySignal<Readonly<Record<ClosedStatus, Page>>>;
  /** Newest first, with what was closed under our eyes. */
  list(status: ClosedStatus): readonly Handoff[];
  /** Asks for the first page, once. */
  open(status: ClosedStatus): void;
  more(status: ClosedStatus): void;
  /** Something was closed while we were away: what is held may have a hole. */
  refresh(): void;
  take(list: HandoffList): void;
  fail(id: SendId): void;
}

interface ClosedPagesPorts {
  readonly newId: () => SendId;
  readonly request: (request: DeskRequest) => void;
  readonly handoffs: HandoffBook;
}

export function closedPages(ports: ClosedPagesPorts): ClosedPages {
  const state = signal<Readonly<Record<ClosedStatus, Page>>>({ completed: UNASKED, cancelled: UNASKED });
  const asked = new Map<SendId, ClosedStatus>();
  const newestFirst = computed(() =>
    [...ports.handoffs.all.value.values()].toSorted((a, b) => b.updatedAt - a.updatedAt),
  );

  function set(status: ClosedStatus, page: Partial<Page>): void {
    state.value = { ...state.peek(), [status]: { ...state.peek()[status], ...page } };
  }

  function ask(status: ClosedStatus, end: Page["end"]): void {
    const id = ports.newId();
    asked.set(id, status);
    set(status, { state: "asking" });
    const behind = end === null ? { before: null } : { before: end.at, beforeId: end.id };
    ports.request({ type: "list-handoffs", id, status, ...behind });
  }

  return {
    state,
    list: (status) => newestFirst.value.filter((handoff) => handoff.status === status),
    open(status) {
      const { state: now } = state.peek()[status];
      if (now === "unasked" || now === "failed") ask(status, null);
    },
    more(status) {
      ask(status, state.peek()[status].end);
    },
    refresh() {
      for (const status of ["completed", "cancelled"] as const) ask(status, null);
    },
    take(list) {
      const status = asked.get(list.id);
      if (status === undefined) return;
      asked.delete(list.id);
      ports.handoffs.putAll(list.handoffs);
      const last = list.handoffs.at(-1);
      const end = last === undefined ? state.peek()[status].end : { at: last.updatedAt, id: last.id };
      set(status, { state: "held", more: list.more, end });
    },
    fail(id) {
      const status = asked.get(id);
      if (status !== undefined) set(status, { state: "failed" });
    },
  };
}
