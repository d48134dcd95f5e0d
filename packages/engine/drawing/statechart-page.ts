/** `docs/statechart.md`, whole: drawn from the machine and the table that run, and never written by hand. */
import { conversationMachine } from "../src/conversation/machine.ts";
import { drawMachine } from "./draw-machine.ts";
import { drawMoves, tableOfMoves } from "./draw-moves.ts";
import { type DrawnTransition, transitionsOf } from "./machine-transitions.ts";

export function statechartPage(): string {
  const machine = transitionsOf(conversationMachine);
  return `# The statecharts

Drawn from the code by \`npm run docs:statechart\`; a test fails when this page is older than the code.

## A conversation

What a visitor lives through, as \`packages/engine/src/conversation/machine.ts\` has it. The log tells who has control
(\`CONTROL_CHANGED\`), and that wins over everything, wherever the conversation stands. An arrow that ends at the border of
a state with states in it may lead to any of them; the table says to which.

\`\`\`mermaid
${drawMachine(machine)}
\`\`\`

Every transition, in the order in which they are tried. One that leads nowhere leaves the state as it is.

| in | when | if | Sophie does | then |
|---|---|---|---|---|
${machine.transitions.map(rowOf).join("\n")}

## A handoff

Where it stands and which moves lead on, as \`packages/engine/src/handoff/machine.ts\` has it. Everything else is refused
(\`invalid_transition\`) and changes nothing.

\`\`\`mermaid
${drawMoves()}
\`\`\`

${tableOfMoves()}
`;
}

function rowOf({ from, event, guard, actions, to }: DrawnTransition): string {
  const cells = [
    from === "" ? "(anywhere)" : `\`${from}\``,
    /^[A-Z_]+$/.test(event) ? `\`${event}\`` : event,
    guard === null ? "" : `\`${guard.replaceAll("|", "\\\\|")}\``,
    actions.map((action) => `\`${action}\``).join(", "),
    to === null ? "" : `\`${to}\``,
  ];
  return `| ${cells.join(" | ")} |`;
}
