/** The handoffs that are over, fetched a page at a time when somebody looks at them. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Handoff, HandoffList, SendId } from "@sophie/engine";
import type { DeskRequest } from "./desk-line.ts";
import type { HandoffBook } from "./handoff-book.ts";

export type ClosedStatus = "completed" | "cancelled";

interface Page {
  readonly state: "unasked" | "asking" | "held" | "failed";
  readonly more: boolean;
}

const UNASKED: Page = { state: "unasked", more: false };

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

  function ask(status: ClosedStatus, before: number | null): void {
    const id = ports.newId();
    asked.set(id, status);
    set(status, { state: "asking" });
    ports.request({ type: "list-handoffs", id, status, before });
  }

  return {
    state,
    list: (status) => newestFirst.value.filter((handoff) => handoff.status === status),
    open(status) {
      const { state: now } = state.peek()[status];
      if (now === "unasked" || now === "failed") ask(status, null);
    },
    more(status) {
      const oldest = newestFirst.peek().findLast((handoff) => handoff.status === status);
      ask(status, oldest?.updatedAt ?? null);
    },
    refresh() {
      for (const status of ["completed", "cancelled"] as const) ask(status, null);
    },
    take(list) {
      const status = asked.get(list.id);
      if (status === undefined) return;
      asked.delete(list.id);
      ports.handoffs.putAll(list.handoffs);
      set(status, { state: "held", more: list.more });
    },
    fail(id) {
      const status = asked.get(id);
      if (status !== undefined) set(status, { state: "failed" });
    },
  };
}
