/** Whether agents are to be called to a handoff by sound, banner and push: it is urgent, and nobody has claimed it (H83). */
import type { Handoff } from "../domain/handoff.ts";

/** Whoever has it assigned has claimed it; and where nobody is called, nobody is disturbed (R16). */
export function isAlarming({
  priority,
  status,
  mode,
}: Pick<Handoff, "priority" | "status" | "mode">): boolean {
  return priority === "urgent" && status === "pending" && mode !== "none";
}
