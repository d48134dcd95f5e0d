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
  SendId,
} from "@sophie/engine";
import type { DeskAnswer, DeskRequest } from "./desk-line.ts";
import type { HandoffBook } from "./handoff-book.ts";
import { noticeOfRefusal, type Notices } from "./notices.ts";
import type { DeskMove } from "./offered-moves.ts";

/** Each verb tells whether it was done; why not, a notice says. */
export interface Moves {
  /** The handoffs whose move is on its way, so that a second press does nothing. */
  readonly busy: ReadonlySignal<ReadonlyMap<HandoffId, DeskMove | "attempt">>;
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
  /** The agent called or mailed, which stops the clock (R6). */
  logAttempt(handoff: Handoff, how: AttemptKind): Promise<boolean>;
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
  const busy = signal<ReadonlyMap<HandoffId, DeskMove | "attempt">>(new Map());

  /** Null while another move of it is on its way. */
  async function send(
    handoff: Handoff,
    move: DeskMove | "attempt",
    request: DeskRequest,
  ): Promise<DeskAnswer | null> {
    if (busy.peek().has(handoff.id)) return null;
    busy.value = new Map(busy.peek()).set(handoff.id, move);
    const answer = await ports.ask(request);
    const left = new Map(busy.peek());
    left.delete(handoff.id);
    busy.value = left;
    return answer;
  }

  async function make(handoff: Handoff, move: DeskMove | "attempt", request: DeskRequest): Promise<boolean> {
    const answer = await send(handoff, move, request);
    return answer !== null && tell(move, answer);
  }

  function tell(move: DeskMove | "attempt", answer: DeskAnswer): boolean {
    if (answer.ok) {
      ports.notices.show({ kind: "done", action: move });
      return true;
    }
    if (answer.refusal.handoff !== undefined) ports.handoffs.put(answer.refusal.handoff);
    const me = ports.me.peek();
    if (me !== null) ports.notices.show(noticeOfRefusal(answer.refusal, me.id));
    return false;
  }

  function on(handoff: Handoff): { id: SendId; handoff: HandoffId; version: number } {
    return { id: ports.newId(), handoff: handoff.id, version: handoff.version };
  }

  return {
    busy,
    claim: (handoff) => make(handoff, "claim", { type: "claim-handoff", ...on(handoff) }),
    start: (handoff) => make(handoff, "start", { type: "start-handoff", ...on(handoff) }),
    complete: (handoff, survey = false) =>
      make(handoff, "complete", { type: "complete-handoff", ...on(handoff), survey }),
    release: (handoff) => make(handoff, "release", { type: "release-handoff", ...on(handoff) }),
    reopen: (handoff) => make(handoff, "reopen", { type: "reopen-handoff", ...on(handoff) }),
    assign: (handoff, to) => make(handoff, "assign", { type: "assign-handoff", ...on(handoff), to }),
    cancel: (handoff, reason) =>
      make(handoff, "cancel", { type: "cancel-handoff", ...on(handoff), reason: reason.trim() }),
    async createContact(handoff, fields, same) {
      const choice = same === undefined ? {} : { same };
      const request = { type: "create-contact", ...on(handoff), fields, ...choice } as const;
      const answer = await send(handoff, "create_contact", request);
      if (answer === null) return { state: "failed" };
      if (!answer.ok && answer.refusal.code === "contact_exists")
        return { state: "exists", contacts: answer.refusal.contacts ?? [] };
      return { state: tell("create_contact", answer) ? "done" : "failed" };
    },
    logAttempt: (handoff, how) => make(handoff, "attempt", { type: "log-attempt", ...on(handoff), how }),
  };
}
