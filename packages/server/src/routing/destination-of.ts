/** Where a handoff that was routed before belongs now: settings may have changed since, and rules may be gone. */
import type { Destination, Handoff, HandoffSettings } from "@sophie/engine";

/** By the rule that sent it there, as it stands now; null if that leads elsewhere, or is gone. */
export function destinationOf(
  { rule, queue }: Pick<Handoff, "rule" | "queue">,
  { rules, otherwise }: HandoffSettings,
): Destination | null {
  const to = rule === null ? otherwise : (rules.find(({ name }) => name === rule)?.to ?? null);
  return to?.queue === queue ? to : null;
}
