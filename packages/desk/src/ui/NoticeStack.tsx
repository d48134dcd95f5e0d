/** What the desk says outside of the rows: read out loud, shown in a corner, and gone when it is good news. */
import type { JSX } from "preact";
import { go } from "../model/address.ts";
import type { Notice } from "../model/notices.ts";
import { words } from "../words/chosen-words.ts";
import { clockTime } from "../words/times.ts";
import type { Words } from "../words/words.ts";
import { useDesk } from "./desk-context.ts";
import { Icon, type IconNode } from "./Icon.tsx";
import { checkIcon, closeIcon, flameIcon, handoffsIcon, warningIcon } from "./icons.ts";
import { reasonName } from "../model/reason-name.ts";

/** From which a press leads to the handoff. */
const LEADING = new Set<Notice["kind"]>(["urgent", "given", "nudge", "planned", "exhausted"]);

const ICON: Partial<Record<Notice["kind"], IconNode>> = {
  done: checkIcon,
  urgent: flameIcon,
  given: handoffsIcon,
};

export function NoticeStack(): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  return (
    <section class="notices" aria-label={text.notices.label}>
      <div aria-live="polite">{draw((notice) => notice.kind === "done")}</div>
      <div aria-live="assertive">{draw((notice) => notice.kind !== "done")}</div>
    </section>
  );

  function draw(isShown: (notice: Notice) => boolean): JSX.Element[] {
    return desk.notices.shown.value.filter(isShown).map((notice) => (
      <div key={notice.key} class={`notice notice-${notice.kind}`}>
        <Icon node={ICON[notice.kind] ?? warningIcon} />
        <p>{sentence(notice, text)}</p>
        {notice.kind === "done" && notice.undo !== null && (
          <button type="button" class="button button-small" onClick={() => desk.notices.undo()}>
            {text.together.undo}
            {desk.shortcuts.isOn.value && <kbd aria-hidden="true">Z</kbd>}
          </button>
        )}
        {LEADING.has(notice.kind) && "handoff" in notice && (
          <button
            type="button"
            class="button button-small"
            onClick={() => {
              go({ page: "handoffs", id: notice.handoff.id });
              desk.notices.dismiss(notice.key);
            }}
          >
            {text.notices.open}
          </button>
        )}
        <button
          type="button"
          class="button button-bare button-tiny"
          aria-label={text.notices.dismiss}
          onClick={() => desk.notices.dismiss(notice.key)}
        >
          <Icon node={closeIcon} />
        </button>
      </div>
    ));
  }
}

function sentence(notice: Notice, text: Words): string {
  switch (notice.kind) {
    case "done":
      return text.notices.done[notice.action];
    case "urgent":
      return text.queue.newUrgent(reasonName(notice.handoff, text), clockTime(notice.handoff.dueAt, text));
    case "given":
      return text.routing.given(
        reasonName(notice.handoff, text),
        text.priority[notice.handoff.priority],
        clockTime(notice.handoff.dueAt, text),
      );
    case "nudge":
      return text.sla.nudgeNotice(reasonName(notice.handoff, text));
    case "planned":
      return text.routing.plan.notice(reasonName(notice.handoff, text));
    case "exhausted":
      return `${text.routing.overflow.exhaustedNotice}: ${reasonName(notice.handoff, text)}`;
    case "refused":
      return text.refusal[notice.refusal.code];
    case "unreachable":
      return text.sign.unreachable;
    case "lost":
      return text.notices.lost(notice.by.name);
    case "changed":
      return text.notices.changed(text.status[notice.handoff.status]);
  }
}
