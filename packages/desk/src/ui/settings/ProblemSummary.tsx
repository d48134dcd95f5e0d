/** What the server found wrong, as a list that leads to each place; it takes the focus, so that nobody has to look for it. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { go, place } from "../../model/address.ts";
import { sectionOfPath } from "../../model/settings/section.ts";
import { words } from "../../words/chosen-words.ts";
import { useEditor } from "./editor-context.ts";

const CONTROLS = "input, select, textarea, button, summary";

export function ProblemSummary(): JSX.Element | null {
  const editor = useEditor();
  const text = words.value.settings;
  const problems = editor.problems.value;
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (problems.length > 0) heading.current?.focus();
  }, [problems]);

  if (problems.length === 0) return null;
  return (
    <section class="problems" aria-labelledby="problems-title">
      <h3 id="problems-title" tabIndex={-1} ref={heading}>
        {text.problems(problems.length)}
      </h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.sentence}`}>
            <button type="button" class="link" onClick={() => leadTo(problem.path)}>
              {text.problem(problem)}
            </button>{" "}
            <span class="quiet">{text.section[sectionOfPath(problem.path)]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** To the section, and into the control that is nearest to the setting. */
function leadTo(path: string): void {
  const at = place.peek();
  const site = at.page === "settings" ? at.site : null;
  go({ page: "settings", section: sectionOfPath(path), site });
  // The section is drawn first.
  requestAnimationFrame(() => requestAnimationFrame(() => focusSetting(path)));
}

function focusSetting(path: string): void {
  const all = [...document.querySelectorAll<HTMLElement>("[data-setting]")];
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const wanted = parts.slice(0, length).join(".");
    const found = all.find((element) => element.dataset["setting"] === wanted);
    if (found === undefined) continue;
    for (
      let details = found.closest("details");
      details !== null;
      details = details.parentElement?.closest("details") ?? null
    )
      details.open = true;
    const control = found.querySelector<HTMLElement>(CONTROLS);
    found.scrollIntoView({ block: "center" });
    control?.focus();
    return;
  }
}
