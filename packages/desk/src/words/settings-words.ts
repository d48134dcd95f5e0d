/** Every word of the settings page, in one shape for all languages. */
import type {
  Channel,
  ContactChannel,
  FieldKind,
  RuleCondition,
  SignalType,
  TriggerType,
} from "@sophie/engine";

type MessageKind = "available" | "unavailable" | "unassigned";
type Section =
  | "start"
  | "pause"
  | "queues"
  | "hours"
  | "rules"
  | "try"
  | "tickets"
  | "messages"
  | "channels"
  | "manner"
  | "history";

export interface SettingsWords {
  readonly title: string;
  readonly group: Readonly<Record<"when" | "where" | "words" | "log", string>>;
  readonly section: Readonly<Record<Section, string>>;
  readonly allSections: string;
  readonly isEdited: string;
  readonly isWrong: string;
  readonly loadFailed: string;
  readonly failed: Readonly<
    Record<"signed-out" | "forbidden" | "missing" | "unreachable" | "failed", string>
  >;
  readonly readOnly: string;
  ask(who: string): string;
  readonly askAdmin: string;
  problems(count: number): string;
  /** What the server found, by its code and place where this language has words for it, else as the server says it. */
  problem(problem: { readonly path: string; readonly code: string; readonly sentence: string }): string;
  otherLanguages(filled: number): string;
  readonly bar: {
    unsaved(count: number): string;
    readonly show: string;
    readonly hide: string;
    readonly discard: string;
    readonly save: string;
    readonly saved: string;
  };
  readonly leave: {
    readonly title: string;
    lead(count: number): string;
    readonly stay: string;
    readonly discard: string;
    readonly save: string;
  };
  readonly stale: {
    title(who: string, at: string): string;
    readonly somebody: string;
    readonly kept: string;
    readonly theirs: string;
    readonly keepMine: string;
    readonly takeTheirs: string;
  };
  readonly start: {
    readonly signals: string;
    readonly signalsLead: string;
    readonly signal: Readonly<Record<SignalType, string>>;
    readonly humanOff: string;
    readonly lost: string;
    readonly lostLead: string;
    readonly unknownLimit: string;
    unknownHint(count: number): string;
    readonly feedback: string;
    readonly feedbackHint: string;
  };
  readonly own: {
    readonly title: string;
    readonly lead: string;
    readonly newPhrase: string;
    readonly phrase: string;
    readonly example: string;
    readonly add: string;
    remove(phrase: string): string;
    readonly name: string;
    readonly nameHint: string;
    shownAs(name: string): string;
    readonly forms: string;
    readonly formsHint: string;
    readonly formsOn: string;
    readonly formsOff: string;
    readonly language: string;
    readonly languageHint: string;
    readonly anyLanguage: string;
  };
  readonly test: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly example: string;
    readonly nothing: string;
    readonly word: string;
    readonly starts: string;
    readonly off: string;
    readonly plainPrice: string;
    where(places: string): string;
  };
  readonly pause: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly isPaused: string;
    readonly isWorking: string;
    willPause(count: number): string;
    readonly willResume: string;
    readonly consequences: readonly string[];
  };
  readonly queues: {
    readonly title: string;
    readonly lead: string;
    readonly add: string;
    readonly newName: string;
    remove(name: string): string;
    readonly name: string;
    readonly typeLabel: string;
    readonly typeHint: string;
    readonly type: Readonly<Record<"sales" | "service", string>>;
    readonly calendar: string;
    readonly calendarHint: string;
    readonly alwaysOpen: string;
    readonly members: string;
    readonly everybody: string;
    readonly everybodyHint: string;
    readonly some: string;
    readonly whoIsIn: string;
    people(count: number): string;
    asks(what: string): string;
  };
  readonly fields: {
    readonly title: string;
    readonly lead: string;
    readonly kind: Readonly<Record<FieldKind, string>>;
    readonly what: string;
    readonly pattern: string;
    readonly patternHint: string;
    readonly label: string;
    readonly ownWords: string;
    readonly add: string;
    remove(what: string): string;
  };
  readonly targets: {
    readonly title: string;
    readonly lead: string;
    minutes(priority: string): string;
    isTime(minutes: number): string;
    readonly clock: string;
    readonly business: string;
    readonly businessHint: string;
    readonly wall: string;
    readonly wallHint: string;
    readonly stopOn: string;
    readonly firstResponse: string;
    readonly inProgress: string;
  };
  readonly hours: {
    readonly title: string;
    readonly lead: string;
    readonly emptyTitle: string;
    readonly emptyText: string;
    readonly add: string;
    readonly newName: string;
    remove(name: string): string;
    usedBy(queues: string): string;
    readonly unused: string;
    days(count: number): string;
    readonly name: string;
    readonly zone: string;
    zoneNow(time: string): string;
    readonly zoneUnknown: string;
    readonly week: string;
    readonly weekHint: string;
    readonly closed: string;
    from(day: string): string;
    until(day: string): string;
    addFrame(day: string): string;
    removeFrame(day: string, from: string): string;
    readonly nextDay: string;
    copy(day: string): string;
    readonly toWeekdays: string;
    readonly toAll: string;
    toDay(day: string): string;
    readonly noTime: string;
    readonly apart: string;
    readonly apartLead: string;
    readonly date: string;
    readonly dayName: string;
    readonly openThen: string;
    readonly addDay: string;
    removeDay(name: string): string;
    readonly file: string;
    fileRead(added: number, known: number): string;
    readonly fileFailed: string;
  };
  readonly rules: {
    readonly title: string;
    readonly lead: string;
    readonly empty: string;
    readonly add: string;
    readonly newName: string;
    readonly template: string;
    readonly templateTitle: string;
    readonly templateLead: string;
    readonly templateFailed: string;
    remove(name: string): string;
    readonly off: string;
    readonly leadsTo: string;
    switch(name: string): string;
    up(name: string): string;
    down(name: string): string;
    readonly drag: string;
    moved(name: string, place: number, count: number): string;
    readonly name: string;
    readonly when: string;
    readonly whenLead: string;
    readonly whenNone: string;
    readonly addCondition: string;
    removeCondition(what: string): string;
    readonly condition: Readonly<Record<RuleCondition["kind"], string>>;
    readonly scoreHint: string;
    readonly hoursHint: string;
    readonly open: string;
    readonly closed: string;
    readonly isCustomer: string;
    readonly isNoCustomer: string;
    readonly to: string;
  };
  readonly destination: {
    readonly queue: string;
    readonly mode: string;
    readonly live: string;
    readonly liveHint: string;
    readonly async: string;
    readonly asyncHint: string;
    readonly none: string;
    readonly noneHint: string;
    readonly assign: string;
    readonly claim: string;
    readonly claimHint: string;
    readonly next: string;
    readonly nextHint: string;
    readonly rotate: string;
    readonly rotateHint: string;
    readonly agents: string;
    readonly who: string;
  };
  readonly otherwise: {
    readonly title: string;
    readonly lead: string;
    readonly titleAll: string;
    readonly leadAll: string;
    readonly label: string;
    readonly queue: string;
    readonly nowhere: string;
    readonly nowhereHint: string;
    readonly chat: string;
    readonly keepOpen: string;
    readonly keepOpenHint: string;
    readonly close: string;
    readonly closeHint: string;
  };
  /** Pieces of sentences about rules. */
  readonly routing: {
    readonly always: string;
    if(conditions: string): string;
    readonly reason: Readonly<Record<TriggerType, string>>;
    trigger(reasons: string): string;
    customTrigger(name: string): string;
    language(names: string): string;
    channel(names: string): string;
    readonly channelName: Readonly<Record<Channel, string>>;
    priority(names: string): string;
    score(atLeast: number): string;
    hours(queue: string, isOpen: boolean): string;
    customer(is: boolean): string;
    readonly modeLive: string;
    readonly modeAsync: string;
    readonly modeNone: string;
    readonly assign: Readonly<Record<"claim" | "next_available" | "rotate_by_channel", string>>;
    toAgents(names: string): string;
    /** In place of the name of what is not there any more. */
    readonly gone: string;
  };
  readonly try: {
    readonly title: string;
    readonly lead: string;
    readonly date: string;
    readonly time: string;
    readonly reason: string;
    readonly language: string;
    readonly priority: string;
    readonly score: string;
    readonly customer: string;
    readonly past: string;
    zone(zone: string): string;
    readonly result: string;
    readonly invalid: string;
    readonly hours: string;
    readonly open: string;
    readonly closed: string;
    opensAt(at: string): string;
    readonly opensNever: string;
    readonly rule: string;
    readonly noRule: string;
    readonly to: string;
    readonly nowhere: string;
    readonly message: string;
    readonly staffed: string;
    readonly yes: string;
    readonly no: string;
    readonly trace: string;
    readonly matched: string;
    readonly isOff: string;
    otherReason(reason: string): string;
    skipped(condition: string): string;
  };
  readonly messages: {
    readonly title: string;
    readonly lead: string;
    readonly language: string;
    readonly kind: Readonly<Record<MessageKind, string>>;
    readonly hint: Readonly<Record<MessageKind, string>>;
    readonly hiddenByMode: string;
    readonly hiddenByDestination: string;
  };
  readonly channels: {
    readonly title: string;
    readonly lead: string;
    readonly empty: string;
    readonly kind: Readonly<Record<ContactChannel["kind"], string>>;
    readonly reach: Readonly<Record<ContactChannel["kind"], string>>;
    readonly reachHint: Readonly<Record<ContactChannel["kind"], string>>;
    readonly callbackAbout: string;
    readonly missing: string;
    readonly label: string;
    readonly ownWords: string;
    add(kind: string): string;
    up(kind: string): string;
    down(kind: string): string;
    remove(kind: string): string;
  };
  readonly noReply: {
    readonly title: string;
    readonly lead: string;
    readonly pages: string;
    readonly pagesHint: string;
    readonly message: string;
    readonly messageHint: string;
  };
  readonly manner: {
    readonly address: string;
    readonly addressLead: string;
    readonly addressLabel: string;
    readonly formal: string;
    readonly formalHint: string;
    readonly informal: string;
    readonly informalHint: string;
    readonly survey: string;
    readonly surveyLabel: string;
    readonly surveyHint: string;
  };
  readonly history: {
    readonly title: string;
    readonly lead: string;
    readonly empty: string;
    readonly current: string;
    readonly unknown: string;
    readonly putBack: string;
    all(count: number): string;
  };
  readonly change: {
    readonly paused: string;
    readonly resumed: string;
    readonly feedback: string;
    readonly survey: string;
    signal(name: string): string;
    switched(what: string, isOn: boolean): string;
    unknownLimit(count: number): string;
    readonly noun: Readonly<Record<"trigger" | "queue" | "calendar" | "rule", string>>;
    readonly listed: Readonly<
      Record<"added" | "removed" | "changed", (noun: string, name: string) => string>
    >;
    message(kind: string, language: string): string;
    readonly plain: Readonly<
      Record<
        | "ruleOrder"
        | "queueOrder"
        | "otherwise"
        | "onUnassigned"
        | "channels"
        | "noReply"
        | "address"
        | "thresholds",
        string
      >
    >;
  };
}
