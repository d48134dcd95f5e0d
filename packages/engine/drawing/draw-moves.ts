/** The moves of a handoff as a Mermaid statechart, from the table that decides them. */
import { HANDOFF_ACTIONS, HANDOFF_STATUSES } from "../src/domain/handoff-status.ts";
import { outcomeOf } from "../src/handoff/machine.ts";

export function drawMoves(): string {
  const labels = new Map<string, string[]>();
  for (const status of HANDOFF_STATUSES) {
    for (const action of HANDOFF_ACTIONS) {
      const to = outcomeOf(status, action);
      if (to === "refused" || to === "same") continue;
      const arrow = `${status} --> ${to}`;
      labels.set(arrow, [...(labels.get(arrow) ?? []), action]);
    }
  }
  const arrows = [...labels].map(([arrow, actions]) => `  ${arrow}: ${actions.join(", ")}`);
  return ["stateDiagram-v2", "  [*] --> pending", "  [*] --> in_progress: an agent steps in", ...arrows].join(
    "\n",
  );
}

/** The same table with what is refused and what changes nothing. */
export function tableOfMoves(): string {
  const head = ["from", ...HANDOFF_ACTIONS.map((action) => `\`${action}\``)];
  const rows = HANDOFF_STATUSES.map((status) => [
    `\`${status}\``,
    ...HANDOFF_ACTIONS.map((action) => {
      const to = outcomeOf(status, action);
      return to === "refused" ? "–" : to === "same" ? "(stays)" : `\`${to}\``;
    }),
  ]);
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
