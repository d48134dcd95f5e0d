/** What a person should look at, before any figure: too much that is urgent, and signals that are wrong too often (H43, H92). */
import type { QualityReport } from "@sophie/engine";
import { may } from "@sophie/engine";
import type { JSX } from "preact";
import { hrefOf, place } from "../../model/address.ts";
import { words } from "../../words/chosen-words.ts";
import { useMe } from "../desk-context.ts";
import { Icon } from "../Icon.tsx";
import { warningIcon } from "../icons.ts";
import { percentText } from "./percent-text.ts";
import { urgencySentence } from "./urgency-sentence.ts";

export function ReviewTasks({ report }: { readonly report: QualityReport }): JSX.Element | null {
  const { role } = useMe();
  const { trigger, reports: text } = words.value;
  const { tasks, urgency } = report;
  if (tasks.length === 0 && !urgency.isTooMany) return null;
  const at = place.value;
  const site = at.page === "reports" ? at.site : null;
  const section = may(role, "handoffs.manage") ? "improvements" : "thresholds";
  return (
    <section aria-labelledby="tasks-title">
      <h2 id="tasks-title" class="report-title">
        {text.tasks}
      </h2>
      <ul class="tasks">
        {urgency.isTooMany && (
          <li class="callout">
            <Icon node={warningIcon} />
            <span>{urgencySentence(urgency, words.value)}</span>
          </li>
        )}
        {tasks.map(({ trigger: signal, precision, floor }) => (
          <li key={signal} class="callout">
            <Icon node={warningIcon} />
            <span>
              {text.reviewTask(
                trigger[signal],
                percentText(precision.share ?? 0),
                precision.of,
                percentText(floor),
              )}{" "}
              <a class="link" href={hrefOf({ page: "reports", section, site })}>
                {section === "improvements" ? text.reviewLink : text.thresholdsLink}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
