/** What the desk says of response times: how a due time came about, what was tried, and what nobody has looked after. */
import type { AttemptKind, SlaClock, VisitorActivity } from "@sophie/engine";

export interface ClockWords {
  /** Beside every due time: by which hours it is counted (H38). */
  readonly clock: Readonly<Record<SlaClock, string>>;
  /** "binnen 4 u" */
  within(time: string): string;
  until(moment: string): string;
  readonly why: string;
  readonly counted: string;
  readonly sum: string;
  readonly failed: string;
  readonly alwaysOpen: string;
  readonly everyHour: string;
  hoursOf(calendar: string): string;
  inZone(zone: string): string;
  readonly stopOn: { readonly first_response: string; readonly in_progress: string };
  readonly closed: string;
  readonly otherHours: string;
  clockChange(time: string, minutes: number): string;
  readonly hoursChanged: string;
  /** "1 u 30 min", exact to the second. */
  exact(hours: number, minutes: number, seconds: number): string;
  readonly activityTitle: string;
  readonly activity: Readonly<Record<VisitorActivity, string>>;
  readonly pastCycles: string;
  cycle(count: number, startedAt: string): string;
  readonly unanswered: string;
  readonly reach: string;
  mailSubject(site: string): string;
  readonly mail: string;
  readonly call: string;
  readonly logAttempt: Readonly<Record<AttemptKind, string>>;
  readonly attempt: string;
  readonly attemptHint: string;
  readonly attempted: Readonly<Record<AttemptKind, (at: string) => string>>;
  readonly nudge: Readonly<Record<"assignee" | "supervisor", (since: string) => string>>;
  nudgeNotice(signal: string): string;
  readonly nudgeShort: string;
  readonly history: {
    readonly warn: string;
    attempt(by: string, how: AttemptKind): string;
    readonly nudge: Readonly<Record<"assignee" | "supervisor", string>>;
    recount(due: string): string;
    readonly because: Readonly<Record<VisitorActivity | "waiting", string>>;
    readonly promiseBroken: string;
  };
  readonly digest: {
    title(count: number, at: string): string;
    readonly hide: string;
    readonly show: string;
  };
}
