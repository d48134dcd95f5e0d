/** What the desk has to say to the agent outside of any row: what was done, what was refused and why, what is urgent. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import {
  type AgentId,
  type Clock,
  type Handoff,
  type HandoffAction,
  type Refusal,
  UNDO_MS,
} from "@sophie/engine";

/** Good news goes by itself; what went wrong stays until it was read. */
const PASSING_MS = UNDO_MS;

export type DoneAction = HandoffAction | "claim" | "attempt" | "undo";

export type NoticeContent =
  /** `undo` takes it back, while it is shown; null for what cannot be. */
  | {
      readonly kind: "done";
      readonly action: DoneAction;
      readonly undo: (() => Promise<boolean>) | null;
    }
  | { readonly kind: "urgent"; readonly handoff: Handoff }
  /** Nobody did anything about it for a day, and this agent is asked to (H95). */
  | { readonly kind: "nudge"; readonly handoff: Handoff }
  /** The rules, or somebody else, gave it to this agent. */
  | { readonly kind: "given"; readonly handoff: Handoff }
  /** What this agent planned for now (H84), and what has been to everybody (R19). */
  | { readonly kind: "planned" | "exhausted"; readonly handoff: Handoff }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** Somebody else was first: `by` has the handoff now. */
  | {
      readonly kind: "lost";
      readonly handoff: Handoff;
      readonly by: { readonly id: AgentId; readonly name: string };
    }
  /** What was asked over HTTP did not arrive. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "changed"; readonly handoff: Handoff };

export type Notice = NoticeContent & { readonly key: number };

export interface Notices {
  readonly shown: ReadonlySignal<readonly Notice[]>;
  show(content: NoticeContent): void;
  dismiss(key: number): void;
  /** What can be taken back now; null for nothing. */
  readonly undoable: ReadonlySignal<Notice | null>;
  /** Takes it back; does nothing if nothing can be. */
  undo(): void;
}

export function createNotices(clock: Clock): Notices {
  const shown = signal<readonly Notice[]>([]);
  let lastKey = 0;

  function dismiss(key: number): void {
    shown.value = shown.peek().filter((notice) => notice.key !== key);
  }

  return {
    shown,
    show(content) {
      const key = ++lastKey;
      // Only the last thing that was done can be taken back, so only that is offered.
      const before =
        content.kind === "done" ? shown.peek().filter((notice) => !isUndoable(notice)) : shown.peek();
      shown.value = [...before.slice(-3), { ...content, key }];
      if (content.kind === "done" || content.kind === "urgent") clock.after(PASSING_MS, () => dismiss(key));
    },
    dismiss,
    undoable: computed(() => shown.value.find(isUndoable) ?? null),
    undo() {
      const notice = shown.peek().find(isUndoable);
      if (notice?.kind !== "done" || notice.undo === null) return;
      dismiss(notice.key);
      void notice.undo();
    },
  };
}

function isUndoable(notice: Notice): boolean {
  return notice.kind === "done" && notice.undo !== null;
}

/** What a refused move of a handoff means to the one who pressed. */
export function noticeOfRefusal(refusal: Refusal, me: AgentId): NoticeContent {
  const { handoff } = refusal;
  const isRace = ["stale_version", "not_assignee", "not_in_control"].includes(refusal.code);
  if (!isRace || handoff === undefined) return { kind: "refused", refusal };
  const { assignee } = handoff;
  return assignee !== null && assignee.id !== me
    ? { kind: "lost", handoff, by: assignee }
    : { kind: "changed", handoff };
}
