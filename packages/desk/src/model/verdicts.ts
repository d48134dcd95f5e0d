/** What an agent says became of a handoff, and which questions about it were waved away on this desk (H88). */
import { signal, type ReadonlySignal } from "@preact/signals";
import {
  type Agent,
  type Handoff,
  type HandoffId,
  isOpen,
  may,
  type SendId,
  type VerdictKind,
} from "@sophie/engine";
import type { DeskAnswer, DeskRequest } from "./desk-line.ts";
import type { HandoffBook } from "./handoff-book.ts";
import { noticeOfRefusal, type Notices } from "./notices.ts";

export interface Verdicts {
  /** Handoffs whose verdict is on its way. */
  readonly busy: ReadonlySignal<ReadonlySet<HandoffId>>;
  /** Handoffs of which this agent would rather say nothing. */
  readonly skipped: ReadonlySignal<ReadonlySet<HandoffId>>;
  /** Tells whether it was kept; why not, a notice says. */
  set(handoff: Handoff, verdict: VerdictKind, note: string): Promise<boolean>;
  skip(handoff: HandoffId): void;
}

interface VerdictPorts {
  readonly newId: () => SendId;
  readonly ask: (request: DeskRequest) => Promise<DeskAnswer>;
  readonly handoffs: HandoffBook;
  readonly notices: Notices;
  readonly me: ReadonlySignal<Agent | null>;
}

export function createVerdicts({ newId, ask, handoffs, notices, me }: VerdictPorts): Verdicts {
  const busy = signal<ReadonlySet<HandoffId>>(new Set());
  const skipped = signal<ReadonlySet<HandoffId>>(new Set());
  return {
    busy,
    skipped,
    async set({ id, version }, verdict, note) {
      if (busy.peek().has(id)) return false;
      busy.value = new Set(busy.peek()).add(id);
      const request = { type: "set-verdict", id: newId(), handoff: id, version, verdict, note } as const;
      const answer = await ask(request);
      busy.value = new Set([...busy.peek()].filter((each) => each !== id));
      if (answer.ok) return true;
      if (answer.refusal.handoff !== undefined) handoffs.put(answer.refusal.handoff);
      const agent = me.peek();
      if (agent !== null) notices.show(noticeOfRefusal(answer.refusal, agent.id));
      return false;
    },
    skip(id) {
      skipped.value = new Set(skipped.peek()).add(id);
    },
  };
}

/** What the server would let this person say. */
export function mayJudge(
  { status, assignee }: Pick<Handoff, "status" | "assignee">,
  { id, role }: Pick<Agent, "id" | "role">,
): boolean {
  if (isOpen(status) || !may(role, "handoffs.work")) return false;
  return assignee === null || assignee.id === id || may(role, "handoffs.manage");
}
