/** What the desk says of how handoffs come to people: going on to others, the order of a queue, plans, sites and tickets. */

export interface RoutingWords {
  /** Told to whom it was given; `due` is a clock time. */
  given(reason: string, priority: string, due: string): string;
  readonly overflow: {
    readonly title: string;
    /** Who had it, and from when. */
    had(name: string, at: string): string;
    running(at: string): string;
    readonly held: string;
    opened(at: string): string;
    readonly exempt: Readonly<Record<"outside_hours" | "by_hand", string>>;
    exhausted(at: string): string;
    readonly exhaustedShort: string;
    readonly exhaustedNotice: string;
    exhaustedTitle(count: number): string;
    readonly history: {
      moved(from: string, to: string, waited: string, version: number): string;
      held(from: string): string;
      exhausted(from: string, waited: string): string;
      open(by: string): string;
    };
  };
  /** Something more pressing waits (Q8). */
  readonly order: {
    readonly title: string;
    lead(priority: string, signal: string): string;
    readonly openThat: string;
    readonly goOn: string;
    readonly passedOver: string;
  };
  readonly plan: {
    readonly action: string;
    readonly title: string;
    readonly lead: string;
    readonly when: string;
    zone(zone: string): string;
    readonly choice: Readonly<Record<"hour" | "tomorrow", (at: string) => string>>;
    readonly note: string;
    readonly noteHint: string;
    readonly submit: string;
    readonly missing: string;
    readonly past: string;
    readonly move: string;
    readonly done: string;
    planned(at: string): string;
    plannedIn(zone: string): string;
    readonly now: string;
    dueTitle(count: number): string;
    notice(signal: string): string;
    readonly history: {
      set(by: string, at: string): string;
      dropped(by: string): string;
      remind(at: string): string;
    };
  };
  readonly site: { readonly label: string; readonly all: string; nothing(site: string): string };
  readonly ticket: { readonly composer: string };
  readonly settings: {
    readonly title: string;
    readonly lead: string;
    readonly isOn: string;
    readonly isOnHint: string;
    readonly after: string;
    readonly afterHint: string;
    readonly hops: string;
    readonly hopsHint: string;
    readonly exclude: string;
    readonly excludeAll: string;
    readonly excludeFirst: string;
    readonly next: string;
    readonly nextNone: string;
    readonly offHours: string;
    readonly offNever: string;
    readonly offStart: string;
    /** What the policy comes to, for a handoff that nobody opens. */
    readonly preview: string;
    readonly first: string;
    nextPerson(minutes: number): string;
    readonly nextQueue: string;
    readonly end: string;
    readonly tried: string;
    readonly triedState: Readonly<Record<"off" | "claimed" | "outside_hours", string>>;
    triedAt(at: string, queues: string, hops: number): string;
  };
  readonly keys: {
    readonly title: string;
    readonly lead: string;
    readonly guide: string;
    readonly name: string;
    readonly nameHint: string;
    readonly make: string;
    readonly nameMissing: string;
    readonly once: string;
    readonly none: string;
    made(by: string, at: string): string;
    revoked(at: string): string;
    readonly revoke: string;
    revokeName(name: string): string;
    revokeQuestion(name: string): string;
    readonly revokeYes: string;
    readonly failed: string;
    readonly mayNot: string;
  };
}
