/** The order of the queue: the first row is the next thing to do (R8, H79–H81). Total, so two desks show the same list. */
import type { Handoff } from "../domain/handoff.ts";
import { priorityRank } from "../domain/priority.ts";

/** For `Array.sort`: priority, then lead score, then demos, then the oldest, then the id. */
export function compareHandoffs(a: Handoff, b: Handoff): number {
  return (
    priorityRank(a.priority) - priorityRank(b.priority) ||
    b.score - a.score ||
    Number(b.trigger === "demo_request") - Number(a.trigger === "demo_request") ||
    a.createdAt - b.createdAt ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
