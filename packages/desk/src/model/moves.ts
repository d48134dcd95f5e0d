/** What an agent does with a handoff. Each move names the version it was made on; the server decides, and says who won. */
import { signal, type ReadonlySignal } from "@preact/signals";
import type {
  Agent,
  AgentId,
  AttemptKind,
  ContactCard,
  ContactFields,
  CreateContact,
  Handoff,
  HandoffId,
  Refusal,
  SendId,
} from "@sophie/engine";
import type { DeskAnswer, DeskRequest } from "./desk-line.ts";
import type { HandoffBook } from "./handoff-book.ts";
import { type DoneAction, noticeOfRefusal, type Notices } from "./notices.ts";
import type { DeskMove } from "./offered-moves.ts";

/** Each verb tells whether it was done; why not, a notice says. */
export interface Moves {
  /** The handoffs whose move is on its way, so that a second press does nothing. */
  readonly busy: ReadonlySignal<ReadonlyMap<HandoffId, DoneAction>>;
  /** What somebody would take while a more pressing one waits, until they choose (Q8). */
  readonly passing: ReadonlySignal<Passing | null>;
  /** Takes it all the same. */
  goOn(): Promise<boolean>;
  /** Takes neither. */
  stay(): void;
  claim(handoff: Handoff): Promise<boolean>;
  start(handoff: Handoff): Promise<boolean>;
  /** `survey`: the visitor is asked how it was (F24). */
  complete(handoff: Handoff, survey?: boolean): Promise<boolean>;
  release(handoff: Handoff): Promise<boolean>;
  reopen(handoff: Handoff): Promise<boolean>;
  assign(handoff: Handoff, to: AgentId): Promise<boolean>;
  cancel(handoff: Handoff, reason: string): Promise<boolean>;
  createContact(
    handoff: Handoff,
    fields: ContactFields,
    same?: CreateContact["same"],
  ): Promise<ContactOutcome>;
  /** When somebody means to see to it; null drops that. */
  plan(handoff: Handoff, plan: WantedPlan | null): Promise<Planned>;
  /** The agent called or mailed, which stops the clock (R6). */
  logAttempt(handoff: Handoff, how: AttemptKind): Promise<boolean>;
}

/** When somebody means to see to it: a wall clock's time ("2026-01-05T09:00") in an IANA zone. */
export interface WantedPlan {
  readonly local: string;
  readonly zone: string;
  readonly note: string;
}

/** `busy`: another move of it is on its way. `refused`: why, a notice says. */
export type Planned = "kept" | "past" | "busy" | "refused";

interface Passing {
  readonly handoff: Handoff;
  readonly move: "start" | "claim";
  /** The more pressing one. */
  readonly before: Handoff;
}

/** `exists`: the site has contacts with this e-mail address, and somebody must say whether it is one of them (H74). */
export type ContactOutcome =
  | { readonly state: "done" | "failed" }
  | { readonly state: "exists"; readonly contacts: readonly ContactCard[] };

interface MovesPorts {
  readonly newId: () => SendId;
  readonly ask: (request: DeskRequest) => Promise<DeskAnswer>;
  readonly handoffs: HandoffBook;
  readonly notices: Notices;
  readonly me: ReadonlySignal<Agent | null>;
}

export function createMoves(ports: MovesPorts): Moves {
  const busy = signal<ReadonlyMap<HandoffId, DoneAction>>(new Map());

  const passing = signal<Passing | null>(null);

  /** In the order of the queue, unless it was said that another one shall be taken. */
  async function take(handoff: Handoff, move: "start" | "claim", inOrder: boolean): Promise<boolean> {
    const type = `${move}-handoff` as const;
    const request = { type, ...on(handoff), ...(inOrder ? { inOrder } : {}) };
    const answer = await send(handoff, move, request);
    if (answer === null) return false;
    if (!answer.ok && answer.refusal.code === "more_pressing_waits" && answer.refusal.handoff !== undefined) {
      const before = answer.refusal.handoff;
      ports.handoffs.put(before);
      passing.value = { handoff, move, before };
      return false;
    }
    return tell(move, answer, move === "claim" ? () => undo(handoff, request.id) : null);
  }

  /** Null while another move of it is on its way. */
  async function send(handoff: Handoff, move: DoneAction, request: DeskRequest): Promise<DeskAnswer | null> {
    if (busy.peek().has(handoff.id)) return null;
    busy.value = new Map(busy.peek()).set(handoff.id, move);
    const answer = await ports.ask(request);
    const left = new Map(busy.peek());
    left.delete(handoff.id);
    busy.value = left;
    return answer;
  }

  async function make(
    handoff: Handoff,
    move: DeskMove | "attempt",
    request: DeskRequest,
    isUndoable = false,
  ): Promise<boolean> {
    const answer = await send(handoff, move, request);
    if (answer === null) return false;
    return tell(move, answer, isUndoable ? () => undo(handoff, request.id) : null);
  }

  /** `move` led from the version of `handoff` to the next one. */
  async function undo(handoff: Handoff, move: SendId): Promise<boolean> {
    const version = handoff.version + 1;
    const request = { type: "undo-move", id: ports.newId(), handoff: handoff.id, version, move } as const;
    const answer = await send(handoff, "undo", request);
    return answer !== null && tell("undo", answer);
  }

  function tell(
    action: DoneAction,
    answer: DeskAnswer,
    undoing: (() => Promise<boolean>) | null = null,
  ): boolean {
    if (answer.ok) {
      ports.notices.show({ kind: "done", action, undo: undoing });
      return true;
    }
    refused(answer.refusal);
    return false;
  }

  function refused(refusal: Refusal): void {
    if (refusal.handoff !== undefined) ports.handoffs.put(refusal.handoff);
    const me = ports.me.peek();
    if (me !== null) ports.notices.show(noticeOfRefusal(refusal, me.id));
  }

  function on(handoff: Handoff): { id: SendId; handoff: HandoffId; version: number } {
    return { id: ports.newId(), handoff: handoff.id, version: handoff.version };
  }

  return {
    busy,
    passing,
    async goOn() {
      const chosen = passing.peek();
      passing.value = null;
      return chosen !== null && take(chosen.handoff, chosen.move, false);
    },
    stay() {
      passing.value = null;
    },
    claim: (handoff) => take(handoff, "claim", true),
    start: (handoff) => take(handoff, "start", true),
    complete: (handoff, survey = false) =>
      make(handoff, "complete", { type: "complete-handoff", ...on(handoff), survey }, true),
    release: (handoff) => make(handoff, "release", { type: "release-handoff", ...on(handoff) }, true),
    reopen: (handoff) => make(handoff, "reopen", { type: "reopen-handoff", ...on(handoff) }),
    assign: (handoff, to) => make(handoff, "assign", { type: "assign-handoff", ...on(handoff), to }, true),
    cancel: (handoff, reason) =>
      make(handoff, "cancel", { type: "cancel-handoff", ...on(handoff), reason: reason.trim() }, true),
    async createContact(handoff, fields, same) {
      const choice = same === undefined ? {} : { same };
      const request = { type: "create-contact", ...on(handoff), fields, ...choice } as const;
      const answer = await send(handoff, "create_contact", request);
      if (answer === null) return { state: "failed" };
      if (!answer.ok && answer.refusal.code === "contact_exists")
        return { state: "exists", contacts: answer.refusal.contacts ?? [] };
      return { state: tell("create_contact", answer) ? "done" : "failed" };
    },
    async plan(handoff, wanted) {
      const { local: at, zone, note } = wanted ?? { local: null, zone: "UTC", note: "" };
      const request = { type: "plan-handoff", ...on(handoff), at, zone, note } as const;
      const answer = await send(handoff, "assign", request);
      if (answer === null) return "busy";
      if (answer.ok) return "kept";
      if (answer.refusal.code === "invalid_message") return "past";
      refused(answer.refusal);
      return "refused";
    },
    logAttempt: (handoff, how) => make(handoff, "attempt", { type: "log-attempt", ...on(handoff), how }),
  };
}
