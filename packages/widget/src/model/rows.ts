/** The timeline as it is drawn: with a line for every day, the speaker once per turn, and no more words than needed. */
import type { Author, TimelineItem } from "@sophie/engine";

type Message = Extract<TimelineItem, { kind: "message" }>;
type Notice = Extract<TimelineItem, { kind: "notice" }>;
type Control = Extract<TimelineItem, { kind: "control" }>;

export type Row =
  /** `at`: any moment of the day, epoch ms. */
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | {
      readonly kind: "message";
      readonly key: string;
      readonly message: Message;
      /** The first of what this author says in a row: the name stands here. */
      readonly startsTurn: boolean;
      /** How far it came stands here, and holds for the visitor's messages above it, too. */
      readonly showsDelivery: boolean;
      /** Nothing came after it. */
      readonly isLast: boolean;
    }
  | {
      readonly kind: "control";
      readonly key: string;
      readonly control: Control;
      /** The newest of its kind is a card; what it replaced is a line. */
      readonly isCurrent: boolean;
      /** What was arranged with it. */
      readonly notice: Notice | null;
    }
  /** What was arranged while Sophie goes on. */
  | { readonly kind: "notice"; readonly key: string; readonly notice: Notice };

/** `now`: epoch ms. That a conversation began today goes without saying. */
export function rowsOf(timeline: readonly TimelineItem[], now: number): readonly Row[] {
  const rows: Row[] = [];
  const isTold = (item: TimelineItem, index: number): item is Notice =>
    isNotice(item) && ![timeline[index - 1], timeline[index + 1]].some((near) => near?.kind === "control");
  const newest = timeline.findLast((item, index) => item.kind === "control" || isTold(item, index));
  let control: Control | null = null;
  let day = new Date(now).toDateString();
  let speaker = "";
  timeline.forEach((item, index) => {
    const itemDay = new Date(item.at).toDateString();
    if (itemDay !== day) {
      rows.push({ kind: "day", key: `day-${itemDay}`, at: item.at });
      day = itemDay;
      speaker = "";
    }
    if (item.kind === "control") {
      const isCurrent = item === newest;
      control = item;
      const beside = [timeline[index + 1], timeline[index - 1]].find(isNotice) ?? null;
      rows.push({ kind: "control", key: item.id, control: item, isCurrent, notice: beside });
      speaker = "";
      return;
    }
    if (item.kind === "notice") {
      if (item.notice === "nobody") rows.push({ kind: "notice", key: item.id, notice: item });
      // What was arranged is no longer so: the card moves here, with what holds now.
      else if (control !== null && isTold(item, index))
        rows.push({ kind: "control", key: item.id, control, isCurrent: item === newest, notice: item });
      speaker = "";
      return;
    }
    const author = nameOfKind(item.author);
    const next = timeline.slice(index + 1).find(isVisitors);
    rows.push({
      kind: "message",
      key: item.id,
      message: item,
      startsTurn: author !== speaker,
      showsDelivery: item.delivery !== null && next?.delivery?.state !== item.delivery.state,
      isLast: index === timeline.length - 1,
    });
    speaker = author;
  });
  return rows;
}

function isNotice(item: TimelineItem | undefined): item is Notice {
  return item?.kind === "notice";
}

function isVisitors(item: TimelineItem): item is Message {
  return item.kind === "message" && item.author.kind === "visitor";
}

function nameOfKind(author: Author): string {
  return author.kind === "agent" ? author.id : author.kind;
}
