/** The right to speak passed on: a card for what holds now, a quiet line for what was. */
import { speakerName } from "../model/announcements.ts";
import type { Model } from "../model/create-model.ts";
import type { Row } from "../model/rows.ts";
import { Icon } from "./Icon.tsx";

export function ControlRow({
  model,
  row,
}: {
  readonly model: Model;
  readonly row: Extract<Row, { kind: "control" }>;
}) {
  const { words, site } = model;
  const { to, by } = row.control;
  if (to === "human") return <p class="line">{words.takesOver(speakerName(by, words))}</p>;
  if (to !== "human_pending" && to !== "closed") return null;
  const isPending = to === "human_pending";
  const title = isPending ? words.pendingTitle : words.closedTitle;
  if (!row.isCurrent) return <p class="line">{title}</p>;
  return (
    <section class="card">
      <Icon name={isPending ? "person" : "ended"} />
      <div>
        <h3>{title}</h3>
        {isPending ? (
          <>
            <p>{words.pendingGoOn}</p>
            <p>{model.isLasting() ? words.pendingMayLeave : words.pendingStay}</p>
          </>
        ) : (
          <p>{site.afterClose === "reopen" ? words.closedReopens : words.closedStartsNew}</p>
        )}
      </div>
    </section>
  );
}
