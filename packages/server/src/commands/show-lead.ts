/** A lead as agents may see it: every point with its rule and its time, and where the visitor looked, if they allowed it (H63, H64). */
import {
  accept,
  type BehaviourEvent,
  type Lead,
  type LeadPoint,
  refuse,
  type Result,
  type ScorePoint,
  type ShowLead,
  sourceOf,
  type ViewedPage,
} from "@sophie/engine";
import type { TalkEntry } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { type LeadReading, readLead } from "./read-lead.ts";
import type { AgentActor, World } from "./world.ts";

/** Rules that look at a visit, and not at the one page with which they were met. */
const WHOLE_VISIT = new Set(["pages.longSession", "pages.returned", "pages.landedElsewhere"]);
const PAGES_MAX = 10;
const ABOUT_CHARS_MAX = 120;

export async function showLead(world: World, agent: AgentActor, message: ShowLead): Promise<Result<Lead>> {
  const handoff = await world.storage.handoff(message.handoff);
  if (handoff === null) return refuse("not_found");
  const noAccess = refusalFor(agent, handoff.site, "conversations.view");
  if (noAccess !== null) return noAccess;
  const { site, visitor } = handoff;
  return accept(leadOf(await readLead(world, { site, visitor }, world.now())));
}

function leadOf({ record, score, stage, behaviour, talk }: LeadReading): Lead {
  const isAllowed = record.consent === "given";
  const titles = new Map(
    behaviour.flatMap((event) =>
      event.kind === "page_viewed" ? [[event.page, titleOf(event)] as const] : [],
    ),
  );
  const about = new Map([...behaviour.map((event) => aboutEvent(event, titles)), ...talk.map(aboutTalk)]);
  return {
    ...score,
    consent: record.consent,
    stage,
    source: isAllowed ? sourceOf(behaviour) : null,
    points: score.points.map((point) => explained(point, about)).toSorted(byNewest),
    pages: isAllowed ? pagesIn(behaviour) : null,
  };
}

function explained(point: ScorePoint, about: ReadonlyMap<string, string | null>): LeadPoint {
  const at = point.expiry.kind === "never" ? null : point.expiry.since;
  return { ...point, at, about: WHOLE_VISIT.has(point.rule) ? null : (about.get(point.source) ?? null) };
}

function byNewest(a: LeadPoint, b: LeadPoint): number {
  return (b.at ?? Number.NEGATIVE_INFINITY) - (a.at ?? Number.NEGATIVE_INFINITY) || 0;
}

function aboutEvent(event: BehaviourEvent, titles: ReadonlyMap<string, string>): [string, string | null] {
  if (event.kind === "converted") return [event.id, event.of];
  const isOfPage = event.kind === "page_viewed" || event.kind === "page_dwelt";
  return [event.id, isOfPage ? (titles.get(event.page) ?? event.page) : null];
}

function aboutTalk({ conversation, entry }: TalkEntry): [string, string | null] {
  const text = entry.kind === "message" ? entry.text.slice(0, ABOUT_CHARS_MAX) : null;
  return [`${conversation} ${entry.seq}`, text];
}

/** Each at the last time that it was looked at, the newest first. */
function pagesIn(behaviour: readonly BehaviourEvent[]): ViewedPage[] {
  const pages = new Map<string, ViewedPage>();
  for (const event of behaviour) {
    if (event.kind !== "page_viewed") continue;
    pages.set(event.page, { title: titleOf(event), path: event.page, kind: event.pageKind, at: event.at });
  }
  return [...pages.values()].toSorted((a, b) => b.at - a.at).slice(0, PAGES_MAX);
}

function titleOf({ title, page }: Extract<BehaviourEvent, { kind: "page_viewed" }>): string {
  return title === undefined || title === "" ? page : title;
}
