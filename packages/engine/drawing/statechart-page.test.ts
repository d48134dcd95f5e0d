/** Tests that the drawn statecharts show everything that the code has, and that the page in the docs is the newest. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { conversationMachine } from "../src/conversation/machine.ts";
import { HANDOFF_STATUSES } from "../src/domain/handoff-status.ts";
import { drawMachine } from "./draw-machine.ts";
import { drawMoves } from "./draw-moves.ts";
import { transitionsOf } from "./machine-transitions.ts";
import { statechartPage } from "./statechart-page.ts";

const PAGE = join(import.meta.dirname, "../../../docs/statechart.md");
const machine = transitionsOf(conversationMachine);

it("F2 the page in the docs is drawn from this code: `npm run docs:statechart` writes it anew", async () => {
  await expect(statechartPage()).toMatchFileSnapshot(PAGE);
});

it("F2 every state and every event of the machine stands in the drawing or its table", () => {
  const page = statechartPage();
  for (const { path } of machine.states) expect(page).toContain(path.split(".").at(-1) ?? "");
  for (const { event } of machine.transitions) expect(page).toContain(event);
  expect(machine.states.map(({ path }) => path)).toContain("procedure.transferring");
  expect(machine.transitions.length).toBeGreaterThan(20);
});

it("draws arrows only between states that lie side by side, as Mermaid asks", () => {
  const parents = new Map(machine.states.map(({ path, parent }) => [path.split(".").at(-1) ?? "", parent]));
  const arrows = [...drawMachine(machine).matchAll(/(\w+) --> (\w+):/g)];
  expect(arrows.length).toBeGreaterThan(5);
  for (const [, from = "", to = ""] of arrows) expect(parents.get(to)).toBe(parents.get(from) ?? "");
});

it("draws every status of a handoff", () => {
  for (const status of HANDOFF_STATUSES) expect(drawMoves()).toContain(status);
});
