/** Every word that the desk shows, in one shape, so that no language can miss one. */
import type {
  Band,
  Control,
  HandoffAction,
  HandoffStatus,
  Language,
  LeadStage,
  Presence,
  Priority,
  RefusalCode,
  Role,
  TriggerSource,
  TriggerType,
} from "@sophie/engine";
import type { AnswersWords } from "./answers-words.ts";
import type { ContactsWords } from "./contacts-words.ts";
import type { TogetherWords } from "./together-words.ts";
import type { ClockWords } from "./clock-words.ts";
import type { KeysWords } from "./keys-words.ts";
import type { NotificationsWords } from "./notifications-words.ts";
import type { ReplayWords } from "./replay-words.ts";
import type { ReportsWords } from "./reports-words.ts";
import type { RoutingWords } from "./routing-words.ts";
import type { SettingsWords } from "./settings-words.ts";

/** The rules of scoring that have words here; of a newer server's, the id is shown. */
const LEAD_RULES = [
  "pages.viewed",
  "pages.dwell",
  "pages.longSession",
  "pages.returned",
  "pages.landedElsewhere",
  "chat.message",
  "chat.demo_request",
  "chat.price_question",
  "chat.human_request",
  "chat.notInterested",
  "tools.calculator",
  "tools.conversion",
  "fields.email",
  "fields.phone",
  "fields.name",
  "fields.budget",
  "fields.timeFrame",
  "fields.region",
  "fields.role",
  "fields.notBuying",
  "fields.disposableEmail",
] as const;
type LeadRule = (typeof LEAD_RULES)[number];

export function isLeadRule(rule: string): rule is LeadRule {
  return LEAD_RULES.some((known) => known === rule);
}

export interface Words {
  /** BCP 47, for `Intl` and for the page's `lang`. */
  readonly tag: string;
  readonly languageName: string;
  readonly status: Readonly<Record<HandoffStatus, string>>;
  readonly priority: Readonly<Record<Priority, string>>;
  readonly trigger: Readonly<Record<TriggerType, string>>;
  readonly source: Readonly<Record<TriggerSource, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly presence: Readonly<Record<Presence, string>>;
  readonly language: Readonly<Record<Language, string>>;
  /** What a person reads when the server says no. */
  readonly refusal: Readonly<Record<RefusalCode, string>>;
  readonly nav: {
    readonly label: string;
    /** After the name on the way home, for whoever hears it. */
    readonly home: string;
    readonly handoffs: string;
    readonly contacts: string;
    readonly conversations: string;
    readonly team: string;
    readonly settings: string;
    readonly knowledge: string;
    readonly canned: string;
    readonly reports: string;
    readonly skip: string;
    readonly signOut: string;
    readonly language: string;
    waiting(count: string): string;
  };
  readonly sign: {
    readonly title: string;
    readonly lead: string;
    readonly email: string;
    readonly password: string;
    readonly submit: string;
    readonly busy: string;
    readonly wrong: string;
    readonly unreachable: string;
    readonly failed: string;
    readonly joinTitle: string;
    readonly joinLead: string;
    readonly name: string;
    readonly passwordHint: string;
    readonly joinSubmit: string;
    readonly gone: string;
    readonly entering: string;
    readonly toSignIn: string;
    /** What is wrong, below the field that is. */
    readonly invalid: Readonly<Record<"name" | "email" | "password", string>>;
    readonly taken: string;
    readonly often: string;
  };
  readonly line: {
    readonly connecting: string;
    offline(seconds: number): string;
    readonly safe: string;
    readonly retry: string;
    readonly stopped: string;
    readonly outdated: string;
    readonly reload: string;
    readonly signIn: string;
    readonly signedOut: string;
  };
  readonly queue: {
    readonly title: string;
    readonly waiting: string;
    readonly urgent: string;
    urgentHint(high: number): string;
    readonly filter: string;
    readonly open: string;
    readonly completed: string;
    readonly cancelled: string;
    readonly search: string;
    readonly list: string;
    readonly emptyTitle: string;
    readonly emptyText: string;
    readonly emptyClosedTitle: string;
    readonly emptyClosedText: string;
    nothingFound(text: string): string;
    readonly clearSearch: string;
    readonly more: string;
    /** The queue is longer than a desk can take. */
    beyond(shown: number, count: number): string;
    /** Something was said in it that this agent has not seen. */
    readonly news: string;
    readonly noQuote: string;
    readonly score: string;
    readonly you: string;
    readonly nobody: string;
    readonly keys: { readonly walk: string; readonly open: string; readonly start: string };
    /** What a screen reader says at once: `due` is a time. */
    newUrgent(signal: string, due: string): string;
    showing(count: number): string;
  };
  /** What is urgent and nobody has claimed. */
  readonly notifications: NotificationsWords;
  readonly urgent: {
    readonly title: string;
    /** The name of its button: which one is started. */
    start(action: string, signal: string): string;
    others(count: number): string;
  };
  readonly due: {
    left(time: string): string;
    leftUntil(time: string, until: string): string;
    late(time: string): string;
    lateSince(time: string, due: string): string;
    since(at: string): string;
    met(at: string): string;
    missed(at: string, time: string): string;
    days(count: number): string;
    hours(count: number): string;
    minutes(count: number): string;
    tomorrow(time: string): string;
  };
  readonly answers: AnswersWords;
  readonly routing: RoutingWords;
  readonly sla: ClockWords;
  readonly together: TogetherWords;
  readonly panel: {
    readonly close: string;
    readonly back: string;
    readonly more: string;
    readonly action: Readonly<Record<HandoffAction | "claim", string>>;
    readonly assignedStart: string;
    /** Beside completing: the visitor is asked how it was. */
    readonly survey: string;
    /** What the visitor gave before a person was called, and what not. */
    readonly given: string;
    readonly notGiven: string;
    readonly busy: string;
    readonly reason: string;
    confidence(percent: number): string;
    source(source: string): string;
    /** Before the time of what made Sophie call. */
    readonly moment: string;
    /** In the tooltip: that time whole, in the agent's zone, since the visitor's is not known. */
    ownTime(at: string, zone: string): string;
    /** In the tooltip: that time whole, as the visitor's clock showed it. */
    visitorTime(at: string, zone: string): string;
    readonly sourceNone: string;
    readonly toMessage: string;
    readonly summary: string;
    readonly summaryHint: string;
    readonly visitor: string;
    readonly unknownVisitor: string;
    readonly visitorId: string;
    readonly speaks: string;
    readonly site: string;
    readonly assignee: string;
    readonly created: string;
    readonly copy: string;
    readonly copied: string;
    readonly conversation: string;
    readonly history: string;
    readonly cancelledBecause: string;
    readonly pick: string;
    readonly pickHint: string;
    readonly gone: string;
    readonly goneText: string;
    readonly loading: string;
    readonly hasContact: string;
    readonly offlineMove: string;
    readonly notYours: string;
    cycle(count: number): string;
  };
  readonly history: {
    created(signal: string): string;
    /** The visitor asked for it while a hot lead waited. */
    requested(signal: string): string;
    rescored(priority: string, score: number): string;
    readonly breach: string;
    readonly changed: string;
    assign(by: string, to: string): string;
    start(by: string): string;
    complete(by: string): string;
    createContact(by: string): string;
    cancel(by: string, reason: string): string;
    release(by: string): string;
    reopen(by: string): string;
  };
  readonly lead: {
    readonly title: string;
    readonly grade: string;
    readonly failed: string;
    readonly stage: Readonly<Record<LeadStage, string>>;
    readonly band: Readonly<Record<Band, string>>;
    parts(fields: string, behaviour: string): string;
    /** What points were worth at first, and what they are worth now. */
    worth(points: string, current: string): string;
    allPoints(count: number): string;
    readonly pages: string;
    allPages(count: number): string;
    readonly noPages: string;
    readonly noConsent: string;
    readonly withdrawn: string;
    readonly rule: Readonly<Record<LeadRule, string>>;
  };
  readonly author: {
    readonly visitor: string;
    readonly bot: string;
    readonly you: string;
    readonly system: string;
  };
  readonly talk: {
    readonly label: string;
    readonly empty: string;
    control(to: Control, by: string): string;
    /** What the visitor was told, was asked, and said by pressing something. */
    notice(text: string): string;
    asked(fields: string): string;
    /** `missing` is empty where everything was given. */
    collected(missing: string): string;
    feedback(helpful: boolean): string;
    survey(rating: number | null, comment: string): string;
    readonly placeholder: string;
    readonly send: string;
    readonly sendHint: string;
    readonly typing: string;
    readonly latest: string;
    readonly sending: string;
    readonly sent: string;
    readonly delivered: string;
    readonly read: string;
    failed(why: string): string;
    readonly retry: string;
    tooLong(count: string): string;
    hasIt(name: string): string;
    /** The channel lets no answer through any more (F14). */
    readonly windowOver: string;
    assignedTo(name: string): string;
    readonly takeOverFirst: string;
    readonly closed: string;
    readonly mayNot: string;
    readonly queued: string;
  };
  readonly live: {
    readonly title: string;
    readonly withBot: string;
    readonly withPeople: string;
    readonly takeOver: string;
    readonly emptyBot: string;
    readonly emptyBotText: string;
    readonly emptyPeople: string;
    readonly noText: string;
    readonly control: Readonly<Record<Control, string>>;
    readonly pick: string;
    readonly pickHint: string;
    readonly why: string;
  };
  readonly assign: { readonly title: string; readonly lead: string; readonly nobody: string };
  readonly cancel: {
    readonly title: string;
    readonly lead: string;
    readonly reason: string;
    readonly missing: string;
    readonly submit: string;
    readonly examples: readonly string[];
  };
  readonly contacts: ContactsWords;
  readonly contact: {
    readonly title: string;
    readonly lead: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly phone: string;
    readonly company: string;
    readonly notes: string;
    readonly fromChat: string;
    readonly submit: string;
    readonly missing: string;
    readonly saved: string;
    reasonLine(signal: string, percent: number): string;
  };
  readonly dialog: {
    readonly close: string;
    readonly keep: string;
    readonly discardQuestion: string;
    readonly discard: string;
    readonly edit: string;
  };
  readonly notices: {
    readonly label: string;
    readonly dismiss: string;
    lost(name: string): string;
    changed(status: string): string;
    readonly done: Readonly<Record<HandoffAction | "claim" | "attempt" | "undo", string>>;
    readonly open: string;
  };
  readonly team: {
    readonly title: string;
    readonly lead: string;
    readonly people: string;
    readonly you: string;
    readonly away: string;
    readonly online: string;
    readonly myPresence: string;
    readonly invite: string;
    readonly inviteLead: string;
    readonly inviteRole: string;
    readonly inviteSites: string;
    readonly inviteSubmit: string;
    linkReady(until: string): string;
    readonly link: string;
    readonly copy: string;
    readonly copied: string;
    readonly failed: string;
  };
  readonly keys: KeysWords;
  readonly replay: ReplayWords;
  readonly reports: ReportsWords;
  readonly settings: SettingsWords;
  readonly analyst: { readonly title: string; readonly text: string };
}
