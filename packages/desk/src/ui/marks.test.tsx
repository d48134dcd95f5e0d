/** Priority and status on every row of the queue: in the colours that the source names, and never in colour alone. */
import { readFileSync } from "node:fs";
import { HANDOFF_STATUSES, PRIORITIES } from "@sophie/engine";
import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { chooseLanguage, DESK_LANGUAGES, WORDS } from "../words/chosen-words.ts";
import { PriorityMark } from "./PriorityMark.tsx";
import { StatusBadge } from "./StatusBadge.tsx";

const STYLES = readFileSync(`${import.meta.dirname}/../styles/marks.css`, "utf8");

afterEach(cleanup);

/** What a rule of the style sheet says. */
function rule(name: string): string {
  return new RegExp(`^\\.${name} \\{([^}]*)\\}`, "m").exec(STYLES)?.[1] ?? "";
}

it.each([
  ["urgent", "red"],
  ["high", "orange"],
  ["normal", "blue"],
  ["low", "green"],
])("R11 H36 the dot of %s is %s", (priority, colour) => {
  expect(rule(`priority-${priority}`)).toContain(`--priority: var(--${colour}-9)`);
  expect(rule("priority-dot")).toContain("background: var(--priority)");
});

it.each([
  ["pending", "sky"],
  ["assigned", "yellow"],
  ["in_progress", "orange"],
  ["completed", "green"],
  ["cancelled", "gray"],
])("R11 the badge of %s is %s", (status, colour) => {
  expect(rule(`status-${status}`)).toContain(`--status-ground: var(--${colour}-3)`);
  expect(rule("status")).toContain("background: var(--status-ground)");
});

it.each(DESK_LANGUAGES)("R11 every dot and every badge has its own word: %s", (language) => {
  chooseLanguage(language);
  for (const priority of PRIORITIES) {
    const { container } = render(<PriorityMark priority={priority} />);
    expect(container.textContent).toBe(WORDS[language].priority[priority]);
  }
  for (const status of HANDOFF_STATUSES) {
    const { container } = render(<StatusBadge status={status} />);
    expect(container.textContent).toBe(WORDS[language].status[status]);
  }
  const said = [...Object.values(WORDS[language].priority), ...Object.values(WORDS[language].status)];
  expect(new Set(said).size).toBe(said.length);
});
