/** What the desk has to say to the agent outside of any row: what was done, what was refused and why, what is urgent. */
import { signal, type ReadonlySignal } from "@preact/signals";
import type { AgentId, Clock, Handoff, HandoffAction, Refusal } from "@sophie/engine";

/** Good news goes by itself; what went wrong stays until it was read. */
const PASSING_MS = 5_000;

export type NoticeContent =
  | { readonly kind: "done"; readonly action: HandoffAction | "claim" | "attempt" }
  | { readonly kind: "urgent"; readonly handoff: Handoff }
  /** Nobody did anything about it for a day, and this agent is asked to (H95). */
  | { readonly kind: "nudge"; readonly handoff: Handoff }
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
      shown.value = [...shown.peek().slice(-3), { ...content, key }];
      if (content.kind === "done" || content.kind === "urgent") clock.after(PASSING_MS, () => dismiss(key));
    },
    dismiss,
  };
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
