/** What somebody who cannot see the panel is told when something is added to it. */
import type { Author, SessionSnapshot, TimelineItem } from "@sophie/engine";
import type { Words } from "../words/words.ts";

/** Of more than this only the newest is read out: nobody wants a whole history in one breath. */
const SPOKEN_MAX = 3;

/** Empty if nothing was added that is worth saying. */
export function announcementOf(
  before: Pick<SessionSnapshot, "timeline" | "asked" | "survey">,
  after: Pick<SessionSnapshot, "timeline" | "asked" | "survey">,
  words: Words,
): string {
  const known = new Set(before.timeline.map(stateOf));
  const added = after.timeline.filter((item) => !known.has(stateOf(item)));
  // What was arranged says more than that a person was asked for.
  const isArranged = added.some(({ kind }) => kind === "notice");
  const spoken = added
    .filter((item) => !(isArranged && item.kind === "control" && item.to === "human_pending"))
    .map((item) => sentenceOf(item, words))
    .filter((sentence) => sentence !== "");
  // A card that is to be filled in is told of once, when it comes.
  if (after.asked && !before.asked)
    spoken.push(`${words.askTitle}: ${after.asked.map(({ label }) => label).join(", ")}.`);
  if (after.survey === "asked" && before.survey !== "asked") spoken.push(words.surveyTitle);
  return (spoken.length > SPOKEN_MAX ? spoken.slice(-1) : spoken).join(" ");
}

/** The name that stands over what somebody says. */
export function speakerName(author: Author, words: Words): string {
  if (author.kind === "agent") return firstName(author.name);
  return author.kind === "visitor" ? words.you : "Sophie";
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

function sentenceOf(item: TimelineItem, words: Words): string {
  if (item.kind === "control") {
    if (item.to === "human_pending") return `${words.pendingTitle}. ${words.pendingGoOn}`;
    if (item.to === "human") return `${words.takesOver(speakerName(item.by, words))}.`;
    return item.to === "closed" ? `${words.closedTitle}.` : "";
  }
  if (item.kind === "notice") return item.text;
  if (item.isPartial) return "";
  if (item.author.kind !== "visitor") return `${speakerName(item.author, words)}: ${item.text}`;
  return item.delivery?.state === "failed" ? `${words.message}: ${words.delivery.failed}.` : "";
}

/** A message of the visitor is told of again when it fails. */
function stateOf(item: TimelineItem): string {
  if (item.kind !== "message") return item.id;
  // What grows is read out when it is whole.
  if (item.isPartial) return `${item.id} growing`;
  return item.delivery?.state === "failed" ? `${item.id} failed` : item.id;
}
