/** A machine as a Mermaid statechart. Where an arrow would cross the border of a state, it is drawn from border to border. */
import type { DrawnMachine, DrawnState, DrawnTransition } from "./machine-transitions.ts";

const ANYWHERE = "anywhere";

export function drawMachine(machine: DrawnMachine): string {
  const root = machine.states.find(({ parent }) => parent === null);
  return ["stateDiagram-v2", ...inside(root?.path ?? "", machine, "  ")].join("\n");
}

function inside(path: string, machine: DrawnMachine, indent: string): readonly string[] {
  const { states } = machine;
  const initial = states.find((state) => state.path === path)?.initial ?? null;
  const children = states.filter(({ parent }) => parent === path);
  return [
    ...(path === "" ? [`${indent}state "wherever it stands" as ${ANYWHERE}`] : []),
    ...(initial === null ? [] : [`${indent}[*] --> ${nameOf(initial)}`]),
    ...children.flatMap((child) => stateLines(child, machine, indent)),
    ...arrowsIn(path, machine).map((arrow) => `${indent}${arrow}`),
  ];
}

function stateLines(state: DrawnState, machine: DrawnMachine, indent: string): readonly string[] {
  if (state.initial === null) return [`${indent}${nameOf(state.path)}`];
  return [
    `${indent}state ${nameOf(state.path)} {`,
    ...inside(state.path, machine, `${indent}  `),
    `${indent}}`,
  ];
}

/** One arrow between two states, with everything that leads along it. */
function arrowsIn(path: string, { transitions }: DrawnMachine): readonly string[] {
  const labels = new Map<string, Set<string>>();
  for (const transition of transitions) {
    const ends = endsOf(transition);
    if (ends === null || ends.in !== path) continue;
    const arrow = `${ends.from} --> ${ends.to}`;
    labels.set(arrow, (labels.get(arrow) ?? new Set()).add(labelOf(transition)));
  }
  return [...labels].map(([arrow, said]) => `${arrow}: ${[...said].join(", ")}`);
}

/** Lifted to the two states that lie side by side; null for what leads nowhere. */
function endsOf({ from, to }: DrawnTransition): { in: string; from: string; to: string } | null {
  if (to === null) return null;
  const [start, end] = [from, to].map((path) => path.split(".")) as [string[], string[]];
  if (from === "") return { in: "", from: ANYWHERE, to: nameOf(end[0] ?? "") };
  const shared = start.findIndex((part, place) => part !== end[place]);
  if (shared === -1) return null;
  const home = start.slice(0, shared).join(".");
  return { in: home, from: nameOf(start[shared] ?? ""), to: nameOf(end[shared] ?? "") };
}

function labelOf({ event, guard }: DrawnTransition): string {
  return guard !== null && /^\w+$/.test(guard) ? `${event} if ${guard}` : event;
}

function nameOf(path: string): string {
  return path.split(".").at(-1) ?? path;
}
