/** Which moves the desk offers somebody on a handoff: those that are legal, minus those that the server would refuse them. */
import { type Agent, type Handoff, type HandoffAction, isOpen, may, movesFrom } from "@sophie/engine";

export type DeskMove = HandoffAction | "claim";

export interface OfferedMoves {
  /** The next step (H50); null when there is none for this person. */
  readonly primary: DeskMove | null;
  readonly others: readonly DeskMove[];
}

const NONE: OfferedMoves = { primary: null, others: [] };

export function offeredMoves(
  handoff: Pick<Handoff, "status" | "assignee" | "contact">,
  me: Pick<Agent, "id" | "role">,
): OfferedMoves {
  if (!may(me.role, "handoffs.work")) return NONE;
  const isForeign = handoff.assignee !== null && handoff.assignee.id !== me.id;
  if (isForeign && isOpen(handoff.status) && !may(me.role, "handoffs.manage")) return NONE;
  const moves: DeskMove[] = [...movesFrom(handoff.status)];
  const isMine = handoff.assignee?.id === me.id;
  if (isOpen(handoff.status) && !isMine) moves.splice(moves.indexOf("assign"), 0, "claim");
  // What a colleague is busy with is not finished or cancelled over their head by accident: taking it comes first.
  const primary = handoff.status === "in_progress" && isForeign ? "claim" : moves[0];
  return { primary: primary ?? null, others: moves.filter((move) => move !== primary) };
}
