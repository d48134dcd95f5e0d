/** The right to speak passed on: a card for what holds now, a quiet line for what was. */
import type { ComponentChildren } from "preact";
import { speakerName } from "../model/announcements.ts";
import type { Model } from "../model/create-model.ts";
import type { Row } from "../model/rows.ts";
import { Icon } from "./Icon.tsx";

const MINUTE_MS = 60_000;

interface ControlRowProps {
  readonly model: Model;
  readonly row: Extract<Row, { kind: "control" }>;
  /** Other ways to reach somebody. */
  readonly children: ComponentChildren;
}

export function ControlRow({ model, row, children }: ControlRowProps) {
  const { words, site } = model;
  const { to, by } = row.control;
  if (to === "human") return <p class="line">{words.takesOver(speakerName(by, words))}</p>;
  if (to !== "human_pending" && to !== "closed") return null;
  const isPending = to === "human_pending";
  const isAway = row.notice?.notice === "unavailable";
  const title = isAway ? words.personAsked : words.pendingTitle;
  if (!row.isCurrent) return <p class="line">{isPending ? title : words.closedTitle}</p>;
  return (
    <section class="card">
      <Icon name={isPending ? "person" : "ended"} />
      <div>
        <h3>{isPending ? title : words.closedTitle}</h3>
        {isPending ? (
          <>
            <p>{row.notice?.text ?? words.pendingGoOn}</p>
            {!isAway && <Place model={model} />}
            <p>{model.isLasting() ? words.pendingMayLeave : words.pendingStay}</p>
          </>
        ) : (
          <>
            {row.notice !== null && <p>{row.notice.text}</p>}
            <p>{site.afterClose === "reopen" ? words.closedReopens : words.closedStartsNew}</p>
          </>
        )}
        {children}
      </div>
    </section>
  );
}

/** Where the visitor stands, and how long that takes if anybody can say so. */
function Place({ model }: { readonly model: Model }) {
  const { words } = model;
  const { position } = model.snapshot.value;
  if (position === null) return null;
  const { about } = position;
  const minutes = (ms: number) => Math.max(1, Math.ceil(ms / MINUTE_MS));
  return (
    <p>
      <strong>{words.place(position.position - 1)}</strong>{" "}
      {about !== null && words.about(minutes(about.fromMs), minutes(about.toMs))}
    </p>
  );
}
