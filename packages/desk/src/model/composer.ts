/**
 * What an agent writes in one conversation, as an answer or as a note: kept on this device, told to colleagues while it
 * is an answer, and held back while one of them answers (N9).
 */
import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import {
  type AgentId,
  type Clock,
  type ComposerChanged,
  type ConversationId,
  leaseOfAnother,
  LIMITS,
} from "@sophie/engine";
import type { DeskTelling } from "./desk-line.ts";
import type { DraftStore } from "./kept-drafts.ts";

/** Colleagues see it grow; on every key would be a flood. */
const HOLD_EVERY_MS = 1_000;

export type WritingMode = "answer" | "note";

/** A colleague who answers at this moment. */
export interface OtherWriter {
  readonly id: AgentId;
  readonly name: string;
  /** As far as it is known; empty once it was sent. */
  readonly draft: string;
}

export interface Composer {
  readonly mode: Signal<WritingMode>;
  readonly answer: Signal<string>;
  readonly note: Signal<string>;
  /** Null while this agent may send. */
  readonly other: ReadonlySignal<OtherWriter | null>;
  take(changed: ComposerChanged): void;
  /** Puts what the colleague has written before one's own. */
  merge(): void;
  /** The answer is on its way: its text goes, and colleagues still wait. */
  sent(): void;
  /** It was not taken after all: nothing of it is lost. */
  giveBack(text: string, mode: WritingMode): void;
  /** Nobody looks at it any more. */
  leave(): void;
}

export interface ComposerPorts {
  readonly conversation: ConversationId;
  readonly me: AgentId;
  readonly clock: Clock;
  /** The server's time. */
  readonly now: ReadonlySignal<number>;
  readonly drafts: DraftStore;
  readonly tell: (telling: DeskTelling) => void;
}

export function createComposer({ conversation, me, clock, now, drafts, tell }: ComposerPorts): Composer {
  const keyOf = (mode: WritingMode) => `${me} ${mode} ${conversation}`;
  const mode = signal<WritingMode>("answer");
  const answer = signal(drafts.read(keyOf("answer")));
  const note = signal(drafts.read(keyOf("note")));
  const lease = signal<ComposerChanged | null>(null);
  const other = computed((): OtherWriter | null => {
    const held = leaseOfAnother(lease.value?.lease ?? null, me, now.value);
    return held === null ? null : { ...held.holder, draft: lease.value?.draft ?? "" };
  });
  let toldAt = Number.NEGATIVE_INFINITY;
  let cancelHold: (() => void) | null = null;
  let isHolding = false;
  let isSending = false;

  function hold(): void {
    cancelHold = null;
    // Kept in the queue it would only be refused.
    if (other.peek() !== null) return;
    toldAt = clock.now();
    isHolding = true;
    tell({ type: "hold-composer", conversation, draft: answer.peek().slice(0, LIMITS.textChars) });
  }

  /** By this agent, before the page was loaded anew or at another desk; what was sent is waited for all the same. */
  function isHeldSinceBefore(): boolean {
    const held = lease.peek();
    const isOwn = held?.lease?.holder.id === me && held.lease.until > now.peek();
    return isOwn && held.draft !== "";
  }

  function leave(): void {
    cancelHold?.();
    cancelHold = null;
    if (!isHolding && !isHeldSinceBefore()) return;
    isHolding = false;
    tell({ type: "leave-composer", conversation });
  }

  function written(text: string): void {
    drafts.write(keyOf("answer"), text);
    if (isSending) return;
    if (text.trim() === "") return leave();
    if (cancelHold !== null) return;
    const waitMs = toldAt + HOLD_EVERY_MS - clock.now();
    if (waitMs <= 0) hold();
    else cancelHold = clock.after(waitMs, hold);
  }

  // The first call of each tells what was read just now.
  let isRead = false;
  answer.subscribe((text) => isRead && written(text));
  note.subscribe((text) => isRead && drafts.write(keyOf("note"), text));
  isRead = true;

  function putBefore(text: string, draft: Signal<string>): void {
    const own = draft.peek().trim();
    draft.value = own === "" ? text : `${text.trim()}\n\n${own}`;
  }

  return {
    mode,
    answer,
    note,
    other,
    take(changed) {
      lease.value = changed;
    },
    merge() {
      const draft = other.peek()?.draft ?? "";
      if (draft.trim() !== "") putBefore(draft, answer);
    },
    sent() {
      cancelHold?.();
      cancelHold = null;
      // From here on it is the server that lets colleagues wait, for as long as they cannot have read it.
      isHolding = false;
      isSending = true;
      answer.value = "";
      isSending = false;
    },
    giveBack: (text, to) => putBefore(text, to === "note" ? note : answer),
    leave,
  };
}
