/** Above the queue, for supervisors: that so much is urgent that urgent says nothing any more, and why (H43). */
import { may } from "@sophie/engine";
import type { JSX } from "preact";
import { hrefOf } from "../model/address.ts";
import { reportCalls } from "../model/reports/reports-http.ts";
import { words } from "../words/chosen-words.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { warningIcon } from "./icons.ts";
import { urgencySentence } from "./reports/urgency-sentence.ts";
import { useAnswer } from "./use-answer.ts";

const LOOK_EVERY_MS = 5 * 60_000;

export function UrgencyNotice(): JSX.Element | null {
  const desk = useDesk();
  const manages = may(useMe().role, "handoffs.manage");
  const sites = desk.sites.value;
  const look = Math.floor(desk.now.value / LOOK_EVERY_MS);
  const found = useAnswer(async () => {
    if (!manages) return null;
    const told = await Promise.all(sites.map(({ id }) => reportCalls(id).urgency()));
    return told.find((each) => each?.isTooMany === true) ?? null;
  }, [manages, look, sites]);

  if (found === null) return null;
  const text = words.value.reports;
  return (
    <output class="callout callout-queue">
      <Icon node={warningIcon} />
      <span>
        {urgencySentence(found, words.value)}{" "}
        <a class="link" href={hrefOf({ page: "reports", section: null, site: null })}>
          {text.urgentLink}
        </a>
      </span>
    </output>
  );
}
