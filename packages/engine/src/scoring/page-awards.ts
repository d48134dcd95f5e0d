/** What looking at pages is worth (catalogue 5.4, H31). */
import type { BehaviourEvent } from "../domain/behaviour-event.ts";
import type { ScoringConfig } from "../domain/scoring-config.ts";
import type { Award } from "./behaviour.ts";
import { groupsBy } from "./groups.ts";

type Rules = ScoringConfig["behaviour"]["pages"];
type Dwelt = Extract<BehaviourEvent, { kind: "page_dwelt" }>;

/** `events`: oldest first. */
export function pageAwards(events: readonly BehaviourEvent[], rules: Rules): readonly Award[] {
  // What is said to Sophie belongs to a conversation, which is not a visit to the site.
  const onSite = events.filter(
    ({ kind }) => !["message_sent", "signal_found", "not_interested"].includes(kind),
  );
  const sessions = groupsBy(onSite, ({ session }) => session);
  return [
    ...viewed(events, rules),
    ...sessions.flatMap((session) => [...dwelt(session, rules), ...landed(session, rules)]),
    ...returned(sessions, rules),
  ];
}

/** Each distinct object or price page, at the last time that it was looked at. */
function viewed(events: readonly BehaviourEvent[], { viewed: rule }: Rules): readonly Award[] {
  const last = new Map<string, BehaviourEvent>();
  for (const event of events) {
    if (event.kind === "page_viewed" && (event.pageKind === "object" || event.pageKind === "price")) {
      last.set(event.page, event);
    }
  }
  return [...last.values()].map((event) => ({
    rule: "pages.viewed",
    event,
    points: rule.points,
    max: rule.max,
  }));
}

/** Long looks at one object page, each once a session, and a long session on all of them together, once. */
function dwelt(session: readonly BehaviourEvent[], { dwell, longSession }: Rules): readonly Award[] {
  const looks = session.filter(
    (event): event is Dwelt => event.kind === "page_dwelt" && event.pageKind === "object",
  );
  const pages = groupsBy(looks, ({ page }) => page);
  const { points, max } = dwell;
  const long = pages.flatMap((page) => {
    const event = crossing(page, dwell.visibleMs);
    return event === undefined ? [] : [{ rule: "pages.dwell", event, points, max }];
  });
  const event = crossing(looks, longSession.visibleMs);
  return event === undefined
    ? long
    : [...long, { rule: "pages.longSession", event, points: longSession.points }];
}

/** The event with which the time adds up to `visibleMs`. */
function crossing(looks: readonly Dwelt[], visibleMs: number): Dwelt | undefined {
  let total = 0;
  return looks.find((look) => {
    total += look.visibleMs;
    return total >= visibleMs;
  });
}

/** Who begins at the vacancies, the press or the small print is looking for something else. */
function landed(session: readonly BehaviourEvent[], { landedElsewhere }: Rules): readonly Award[] {
  const event = session.find(({ kind }) => kind === "page_viewed");
  if (event?.kind !== "page_viewed" || !["careers", "press", "legal"].includes(event.pageKind)) return [];
  return [{ rule: "pages.landedElsewhere", event, points: landedElsewhere.points }];
}

/** A session that begins within a week of the end of the one before. */
function returned(
  sessions: readonly (readonly BehaviourEvent[])[],
  { returned: rule }: Rules,
): readonly Award[] {
  const { points, max, withinMs } = rule;
  return sessions.flatMap((session, index) => {
    const before = sessions[index - 1]?.at(-1);
    const event = session[0];
    const isBack = before !== undefined && event !== undefined && event.at - before.at <= withinMs;
    return isBack ? [{ rule: "pages.returned", event, points, max }] : [];
  });
}
