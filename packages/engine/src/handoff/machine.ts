/** Which move of a handoff is legal from where, and where it leads (catalogue 0.3). A table, because a table can be read. */
import type { HandoffAction, HandoffStatus } from "../domain/handoff-status.ts";

/** `same`: nothing changes and that is a success. `refused`: 409 `invalid_transition`, no side effect. */
type Outcome = HandoffStatus | "same" | "refused";

const MOVES: Readonly<Record<HandoffStatus, Readonly<Record<HandoffAction, Outcome>>>> = {
  pending: {
    assign: "assigned",
    start: "in_progress",
    complete: "refused",
    create_contact: "completed",
    cancel: "cancelled",
    release: "refused",
    reopen: "refused",
  },
  assigned: {
    assign: "assigned",
    start: "in_progress",
    complete: "refused",
    create_contact: "completed",
    cancel: "cancelled",
    release: "pending",
    reopen: "refused",
  },
  in_progress: {
    assign: "in_progress",
    start: "same",
    complete: "completed",
    create_contact: "completed",
    cancel: "cancelled",
    release: "pending",
    reopen: "refused",
  },
  completed: {
    assign: "refused",
    start: "refused",
    complete: "same",
    create_contact: "refused",
    cancel: "refused",
    release: "refused",
    reopen: "pending",
  },
  cancelled: {
    assign: "refused",
    start: "refused",
    complete: "refused",
    create_contact: "refused",
    cancel: "same",
    release: "refused",
    reopen: "pending",
  },
};

/** Where `action` leads from `status`: a status, `same` for a success without a change, or `refused`. */
export function outcomeOf(status: HandoffStatus, action: HandoffAction): Outcome {
  return MOVES[status][action];
}

/** The moves that lead somewhere from `status`, the next step first: what a desk offers (H50). */
export function movesFrom(status: HandoffStatus): readonly HandoffAction[] {
  const order: readonly HandoffAction[] = [
    "start",
    "complete",
    "reopen",
    "create_contact",
    "assign",
    "release",
    "cancel",
  ];
  return order.filter(
    (action) => outcomeOf(status, action) !== "refused" && outcomeOf(status, action) !== "same",
  );
}
