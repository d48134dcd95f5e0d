/**
 * The storage port. Two engines implement it, `node:sqlite` and PostgreSQL, and both pass one suite
 * (`storage.contract.ts`). Everything that happens to a conversation goes through one primitive, `change`:
 * a pure rule looks at where the conversation stands and says what shall be written, or refuses.
 */
import type {
  AgentId,
  BehaviourEvent,
  CannedReply,
  ComposerLease,
  Consent,
  Contact,
  ContactId,
  ContactLink,
  Containment,
  Control,
  Conversation,
  ConversationId,
  DeskLanguage,
  WebhookDelivery,
  FigureGroup,
  HandleTimes,
  Handoff,
  HandoffId,
  HandoffSettings,
  HotLeadState,
  KnowledgeEntry,
  Language,
  LeadStage,
  LogEntry,
  MessageEntry,
  NotificationSettings,
  QueueId,
  Receipt,
  Refusal,
  Role,
  ScoreGroup,
  ScoringConfig,
  SendId,
  Side,
  SignalEntry,
  SiteConfig,
  SiteId,
  TriggerType,
  UrgencyFigure,
  VerdictKind,
  VisitorId,
  WebhookSettings,
} from "@sophie/engine";

/** Distributes over the union, so that each kind of entry keeps its own fields. */
type WithoutPlace<E> = E extends unknown ? Omit<E, "seq" | "at"> : never;

/** An entry that has no place in the log yet. */
export type DraftEntry = WithoutPlace<Exclude<LogEntry, { kind: "hidden" }>>;

/** A conversation and what the rules need to know of it. Read under a lock, so it holds until the commit. */
export interface ConversationState {
  readonly conversation: Conversation;
  /** The agent who has control while `control` is `human`; null otherwise. */
  readonly controller: AgentId | null;
  /** Who writes an answer, or did until it was over; null where nobody has since it was let go of. */
  readonly composer: ComposerLease | null;
  /** Its newest handoff, open or over; null if it never had one. */
  readonly handoff: Handoff | null;
}

/** A contact that a handoff makes or is joined to. */
export interface ContactChange {
  /** At version 1 a new one. Any other replaces the one before it; where an edit came in between, that one stays. */
  readonly contact: Contact;
  readonly link: ContactLink;
}

/** What shall be written. Absent fields stay as they are. */
export interface Change {
  /** Opens the conversation; only where there was none. Control starts at `bot`. */
  readonly open?: { readonly site: SiteId; readonly visitor: VisitorId; readonly language: Language };
  /** Appended in order, with the next `seq` each. The first carries the request's `id`, if it has one. */
  readonly entries: readonly DraftEntry[];
  readonly control?: Control;
  readonly controller?: AgentId | null;
  /** Alone it does not make the conversation a newer one. */
  readonly composer?: ComposerLease | null;
  /** Inserted if it is new, replaced if it is the conversation's newest. */
  readonly handoff?: Handoff;
  /**
   * One of the conversation's handoffs that is over and not its newest: replaced as it is. No lock holds it, so that of
   * two who change it in the same moment the last one stays; both are in the log.
   */
  readonly older?: Handoff;
  readonly contact?: ContactChange;
  /** Set (`at`, epoch ms) or cleared (null) in the same commit. One timer of a kind a conversation. */
  readonly timers?: readonly { readonly kind: TimerKind; readonly at: number | null }[];
}

export type Decision =
  | { readonly ok: true; readonly value: Change }
  | { readonly ok: false; readonly refusal: Refusal };

export interface ChangeRequest {
  readonly conversation: ConversationId;
  /** The sender's id for it; an id that the conversation's log holds already is a duplicate, and a success. */
  readonly id: SendId | null;
  /**
   * The rule. Pure and synchronous; may be called again when a transaction is retried.
   * `state` is null where there is no such conversation. `at` is the time that the entries will carry.
   */
  readonly decide: (state: ConversationState | null, at: number) => Decision;
}

export type ChangeOutcome =
  | {
      readonly ok: true;
      readonly duplicate: false;
      /** What was appended, with its places. */
      readonly entries: readonly LogEntry[];
      readonly state: ConversationState;
      /** Whether the change named a handoff. */
      readonly handoffChanged: boolean;
      /** The other one that it replaced, if it did. */
      readonly older?: Handoff;
    }
  | {
      readonly ok: true;
      readonly duplicate: true;
      readonly conversation: ConversationId;
      readonly seq: number;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * `sla-due`: the first answer is due. `sla-warning`: a quarter of its time is left. `ageing-due`: it has waited for four
 * times that long. `activity-due`: its visitor has been silent for a while. `nudge-due`: its agent has, for a day. `collect-due`: what a visitor was asked for is not waited for any longer.
 * `promise-due`: what a visitor was told about a time has come true by now, or is broken.
 * `closing-due`: who waits for a person at once waits past the end of the day.
 * `overflow-due`: whoever has it has not opened it in time. `plan-due`: somebody meant to see to it now.
 * `survey-due`: nor is the answer to a survey. `alarm-due`: agents are to hear of what is urgent.
 */
export type TimerKind =
  | "sla-due"
  | "sla-warning"
  | "ageing-due"
  | "activity-due"
  | "nudge-due"
  | "promise-due"
  | "closing-due"
  | "overflow-due"
  | "plan-due"
  | "collect-due"
  | "survey-due"
  | "alarm-due";

export interface DueTimer {
  readonly kind: TimerKind;
  readonly conversation: ConversationId;
  readonly at: number;
}

/**
 * What another process committed. A listener reads by `seq`; a lost notice costs time, never a message.
 * `handoff` is one that changed with it; if several did, there is one notice for each.
 */
export interface RemoteChange {
  readonly conversation: ConversationId;
  readonly site: SiteId;
  readonly lastSeq: number;
  readonly handoff: HandoffId | null;
}

/** Promises to visitors, by what became of them (N8). */
export interface PromiseCounts {
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
}

/** What is kept of a visitor beside the log, under the site and the visitor's id. */
export interface LeadRecord {
  readonly consent: Consent;
  /** When it was last given or withdrawn, epoch ms. */
  readonly consentAt: number | null;
  /** When it was last withdrawn: what was said before then does not count towards a score any more. */
  readonly withdrawnAt: number | null;
  /** What must be remembered between two looks, so that a hot lead is told once. */
  readonly hot: HotLeadState;
  readonly stage: LeadStage;
}

/** A visitor of a site. */
export interface VisitorKey {
  readonly site: SiteId;
  readonly visitor: VisitorId;
}

/** A site as it was set up. */
export interface SiteRecord {
  readonly config: SiteConfig;
  /** How this site scores its leads; absent for the defaults. Not for browsers. */
  readonly scoring?: ScoringConfig;
  /** Origins whose pages may carry the widget, such as `https://example.org`. */
  readonly origins: readonly string[];
}

/** A site with what is settled about handing over there; its triggers are those of the settings, once some were saved. */
export interface Site extends SiteRecord {
  readonly settings: HandoffSettings;
}

/** Who saved which version of a site's settings, and when: with the documents themselves, the history of changes (S1). */
export interface SettingsSave {
  readonly version: number;
  /** Epoch ms. */
  readonly savedAt: number;
  readonly savedBy: AgentId;
}

/** Something that somebody did, or was kept from doing, and that nothing else in the tables tells (S2). */
export interface AuditNote {
  readonly site: SiteId;
  /** Epoch ms. */
  readonly at: number;
  readonly actor: AgentId;
  /** Such as `settings.refused`. */
  readonly action: string;
  readonly detail: string;
}

/** What a site knows, as one document with a version. */
export interface KnowledgeList {
  readonly version: number;
  readonly entries: readonly KnowledgeEntry[];
}

/** A question that visitors asked and Sophie had no answer to. Holds nothing that says who asked. */
export interface UnknownQuestion {
  readonly language: Language;
  /** As the first one put it. */
  readonly question: string;
  /** How often. */
  readonly asked: number;
  /** Epoch ms. */
  readonly lastAt: number;
}

/** Among whom it goes round: a queue of a site, and the channel where each channel has a round of its own (S22). */
export interface RoundKey {
  readonly site: SiteId;
  readonly queue: QueueId;
  readonly round: string;
}

/** What a program of the site's shows to hand in tickets (F21). */
export interface ApiKey {
  readonly id: string;
  readonly site: SiteId;
  readonly name: string;
  /** SHA-256 of the key, hex. The key itself is never stored. */
  readonly hash: string;
  /** Its last characters, so that somebody recognises it. */
  readonly tail: string;
  /** Epoch ms. */
  readonly madeAt: number;
  readonly madeBy: AgentId;
  /** Null while it holds. */
  readonly revokedAt: number | null;
}

export interface Round {
  /** Raised with each turn; 0 before the first one. */
  readonly version: number;
  /** Who has had a turn, the one whose turn is longest ago first. */
  readonly order: readonly AgentId[];
}

export interface ContactSearch {
  readonly site: SiteId;
  /** Each of its words must be somewhere in name, address, number or company. */
  readonly text: string;
  readonly sort: "name" | "score" | "created" | "updated";
  readonly descending: boolean;
  readonly from: number;
  readonly limit: number;
}

export interface ContactPage {
  /** How many there are on all pages. */
  readonly total: number;
  readonly contacts: readonly Contact[];
}

export interface Webhook extends WebhookSettings {
  readonly version: number;
  /** As `whsec_…`; told to a person once. */
  readonly secret: string;
}

export interface DueDelivery extends WebhookDelivery {
  readonly site: SiteId;
  readonly body: string;
}

/** A browser that an agent has let be woken up, as its push service knows it. */
export interface Device {
  /** Made of the endpoint, so that one browser is one device. */
  readonly id: string;
  readonly agent: AgentId;
  readonly endpoint: string;
  /** With which only that browser can read what it is sent. */
  readonly keys: { readonly p256dh: string; readonly auth: string };
  readonly language: DeskLanguage;
  readonly createdAt: number;
}

/** One agent's hearing of one urgent handoff in one way. */
export interface Alarm {
  readonly handoff: HandoffId;
  readonly agent: AgentId;
  /** A device's id, or `mail`. */
  readonly way: string;
  /** When it was raised; epoch ms. */
  readonly at: number;
  /** `told`: shown somewhere. `over`: and to be taken away again. `done`: nothing is left to do. */
  readonly state: "waiting" | "told" | "over" | "done";
  /** How often it failed. */
  readonly tries: number;
  /** When it is looked at next; null for not by itself. */
  readonly nextAt: number | null;
}

/** Whose answers somebody may use: the site's and their own. */
export interface CannedShelf {
  readonly site: SiteId;
  readonly agent: AgentId;
}

export interface TalkEntry {
  readonly conversation: ConversationId;
  readonly entry: MessageEntry | SignalEntry;
}

export interface Membership {
  readonly agent: AgentId;
  readonly site: SiteId;
  readonly role: Role;
}

export interface Invitation {
  /** SHA-256 of the secret, hex. The secret itself is never stored. */
  readonly secretHash: string;
  readonly role: Role;
  readonly sites: readonly SiteId[];
  readonly expiresAt: number;
}

/** How many open handoffs a desk is given at once. */
export const OPEN_HANDOFFS_MAX = 2_000;

/** Where a page of handoffs that are over ended: the next begins behind it. */
export interface ClosedPlace {
  readonly updatedAt: number;
  /** Null: behind everything that changed at that time. */
  readonly id: HandoffId | null;
}

export interface Storage {
  /**
   * Runs the rule and writes what it says, durably. Changes that arrive while a commit runs go into the next commit
   * together (group commit); each is answered after its own commit. Rejects only when storage itself failed.
   */
  change(request: ChangeRequest): Promise<ChangeOutcome>;

  /** Entries with `seq > since`, in order, at most `limit`. */
  entriesSince(conversation: ConversationId, since: number, limit: number): Promise<readonly LogEntry[]>;
  /** The message that a sender sent under `id`, if it is in the log. */
  entryById(conversation: ConversationId, id: SendId): Promise<LogEntry | null>;
  stateOf(conversation: ConversationId): Promise<ConversationState | null>;
  handoff(id: HandoffId): Promise<Handoff | null>;
  /** At most `OPEN_HANDOFFS_MAX`, those that changed last: a desk must open even when a queue is flooded. */
  openHandoffs(sites: readonly SiteId[]): Promise<readonly Handoff[]>;
  /** All of them, also those that are too many to list. */
  /** Those of a site that nobody has, at most 2,000, the ones that changed last. */
  waitingHandoffs(site: SiteId): Promise<readonly Handoff[]>;
  countOpenHandoffs(sites: readonly SiteId[]): Promise<number>;
  /** Where a handoff of this visitor's is open, the one that changed last first. */
  conversationsWaitingOf(visitor: VisitorKey): Promise<readonly ConversationId[]>;
  /** Handoffs that are over, last changed first, of those that changed at once the greatest id. */
  closedHandoffs(
    sites: readonly SiteId[],
    status: "completed" | "cancelled",
    before: ClosedPlace | null,
    limit: number,
  ): Promise<readonly Handoff[]>;
  /** Conversations under `control: bot` that changed at or after `since`, newest first, at most `limit`. */
  botConversations(sites: readonly SiteId[], since: number, limit: number): Promise<readonly Conversation[]>;
  /** The one that the handoff made or was joined to. */
  contact(handoff: HandoffId): Promise<Contact | null>;
  contactById(site: SiteId, id: ContactId): Promise<Contact | null>;
  /** At most five, the oldest first; capitals do not count. Empty for an empty address. */
  contactsWithEmail(site: SiteId, email: string): Promise<readonly Contact[]>;
  /** The oldest contact with each of the addresses, by `emailKey`; those that nobody has are missing. For a few hundred at a time. */
  oldestWithEmails(site: SiteId, emails: readonly string[]): Promise<ReadonlyMap<string, Contact>>;
  contactPage(search: ContactSearch): Promise<ContactPage>;
  /** The handoffs that made it or were joined to it, the newest first, at most 200. */
  linksOf(contact: ContactId): Promise<readonly ContactLink[]>;
  /** False, and nothing is stored, unless the version follows the one that is there: somebody else was quicker. */
  saveContact(contact: Contact): Promise<boolean>;
  /** All of them or none; each must be new. For imports. */
  addContacts(contacts: readonly Contact[]): Promise<void>;

  /** Those that have settled anything. */
  notificationSettings(agents: readonly AgentId[]): Promise<ReadonlyMap<AgentId, NotificationSettings>>;
  saveNotificationSettings(agent: AgentId, settings: NotificationSettings): Promise<void>;
  /** The oldest first. */
  devicesOf(agents: readonly AgentId[]): Promise<readonly Device[]>;
  /** A browser is whose who used it last; of one agent ten are kept. */
  saveDevice(device: Device): Promise<void>;
  forgetDevice(device: Pick<Device, "id" | "agent">): Promise<void>;
  /** Keeps those that are new: of one handoff each agent hears once in each way (H93). */
  raiseAlarms(alarms: readonly Alarm[]): Promise<void>;
  /** Of handoffs that wait no more: forgets what was to be told of them, and lets what was told be taken away. */
  endAlarms(at: number): Promise<void>;
  dueAlarms(now: number, limit: number): Promise<readonly Alarm[]>;
  /** Takes one to carry it out, until then: of two processes one gets it, and if that one dies another does, later. */
  claimAlarm(alarm: Alarm, until: number): Promise<boolean>;
  /** False if it was ended in the meantime: then what was told is to be taken away. */
  settleAlarm(alarm: Alarm, settled: Pick<Alarm, "state" | "tries" | "nextAt">): Promise<boolean>;
  /** Deletes those that were raised before then. */
  forgetAlarms(before: number): Promise<void>;

  /** Null where nobody has set one up. */
  webhook(site: SiteId): Promise<Webhook | null>;
  /** False, and nothing is stored, unless the version follows the one that is there. */
  saveWebhook(site: SiteId, webhook: Webhook): Promise<boolean>;
  /** What is to be told now, but of each conversation only what comes first. */
  dueDeliveries(now: number, limit: number): Promise<readonly DueDelivery[]>;
  /** Takes one to deliver it, until then: of two processes one gets it, and if that one dies another does, later. */
  claimDelivery(delivery: Pick<WebhookDelivery, "id" | "nextAt">, until: number): Promise<boolean>;
  settleDelivery(
    id: string,
    outcome: Pick<WebhookDelivery, "status" | "nextAt" | "response" | "fault">,
  ): Promise<void>;
  /** The newest first. */
  deliveriesOf(site: SiteId, limit: number): Promise<readonly WebhookDelivery[]>;
  /** Begins anew with one that is delivered or dead; false if there is no such one. */
  replayDelivery(site: SiteId, id: string, at: number): Promise<boolean>;
  /** Deletes what is settled and happened before then. */
  forgetDeliveries(before: number): Promise<number>;
  /** What became of the promises in handoffs that changed at or after `since`. */
  promisesOf(site: SiteId, since: number): Promise<PromiseCounts>;

  /** Handoffs made at or after `from` and before `until`, counted by all that reports ask of them. */
  figures(site: SiteId, from: number, until: number): Promise<readonly FigureGroup[]>;
  /** How long half of them took at most, in ms, by what they were for. */
  handleTimes(site: SiteId, from: number, until: number): Promise<HandleTimes>;
  /** Those that are over, by score and outcome. */
  scoreFigures(site: SiteId, from: number, until: number): Promise<readonly ScoreGroup[]>;
  /** The newest first. */
  urgencyFigures(site: SiteId, limit: number): Promise<readonly UrgencyFigure[]>;
  /** Conversations begun in a period, and who needed nobody or was back. */
  containment(
    site: SiteId,
    from: number,
    until: number,
  ): Promise<Pick<Containment, "conversations" | "alone" | "cameBack">>;
  /** How sure the detector was of handoffs that were judged since, the newest first. */
  judgedConfidences(
    site: SiteId,
    trigger: TriggerType,
    since: number,
    limit: number,
  ): Promise<readonly { readonly confidence: number; readonly verdict: VerdictKind }[]>;
  /** How sure the detector was of each handoff that a text has started since. */
  confidencesSince(site: SiteId, trigger: TriggerType, since: number): Promise<readonly number[]>;
  /** Those that were judged so and are still kept, the newest first. `trigger` null: whatever they were for. */
  judgedHandoffs(
    site: SiteId,
    verdicts: readonly VerdictKind[],
    trigger: TriggerType | null,
    limit: number,
  ): Promise<readonly Handoff[]>;
  /** What visitors wrote since, and is still kept: the newest first. */
  visitorTexts(site: SiteId, since: number, limit: number): Promise<readonly MessageEntry[]>;

  receipts(conversation: ConversationId): Promise<Readonly<Record<Side, Receipt>>>;
  /**
   * Raises a side's receipt; a lower figure than before is ignored, and none goes past the conversation's last `seq`.
   * Answers with what holds now.
   */
  saveReceipt(conversation: ConversationId, side: Side, receipt: Receipt): Promise<Receipt>;

  /** Null for a visitor of whom nothing is kept. */
  lead(key: VisitorKey): Promise<LeadRecord | null>;
  /** Withdrawing deletes the visitor's behaviour and what was made of it. */
  saveConsent(key: VisitorKey, consent: Exclude<Consent, "unknown">, at: number): Promise<void>;
  /** Of a visitor who has given or withdrawn consent; of any other it keeps nothing. */
  saveStanding(key: VisitorKey, standing: Pick<LeadRecord, "hot" | "stage">): Promise<void>;
  /** Stores each event once, and of one visitor the newest thousand. False, and nothing is stored, unless the visitor's consent is given. */
  saveBehaviour(key: VisitorKey, events: readonly BehaviourEvent[]): Promise<boolean>;
  /** The newest `limit` events, oldest first. */
  behaviourOf(key: VisitorKey, limit: number): Promise<readonly BehaviourEvent[]>;
  /** Deletes events of before `at`, of everybody. Answers with how many there were. */
  forgetBehaviour(at: number): Promise<number>;
  /** What the visitor's conversations hold of messages and signals, the newest `limit`, oldest first. */
  talkOf(key: VisitorKey, limit: number): Promise<readonly TalkEntry[]>;
  newestConversationOf(key: VisitorKey): Promise<ConversationId | null>;
  /** The newest contact that was made of the visitor. */
  contactOf(key: VisitorKey): Promise<Contact | null>;

  /** Timers due at or before `now`, oldest first, at most `limit`. They stay until a change clears them. */
  dueTimers(now: number, limit: number): Promise<readonly DueTimer[]>;
  /** When the next timer is due; null if there is none. */
  nextTimerAt(): Promise<number | null>;

  sites(): Promise<readonly Site[]>;
  saveSite(site: SiteRecord): Promise<void>;

  /** The newest; null while nobody saved any. */
  settings(site: SiteId): Promise<HandoffSettings | null>;
  settingsAt(site: SiteId, version: number): Promise<HandoffSettings | null>;
  /** False, and nothing is stored, unless the newest version is the one before this: somebody else was quicker. */
  saveSettings(site: SiteId, settings: HandoffSettings, by: Omit<SettingsSave, "version">): Promise<boolean>;
  /** The newest first. */
  settingsHistory(site: SiteId, limit: number): Promise<readonly SettingsSave[]>;
  /** Saves by whose hours what waits has not been counted yet, of each site the oldest first. Noted with the save itself. */
  settingsToRecount(): Promise<readonly (Omit<SettingsSave, "savedBy"> & { readonly site: SiteId })[]>;
  settingsRecounted(save: { readonly site: SiteId; readonly version: number }): Promise<void>;
  /** The newest version that was saved; null for a site that still has what it was set up with. */
  knowledge(site: SiteId): Promise<KnowledgeList | null>;
  /** False, and nothing is saved, unless `version` follows the newest one. The last twenty are kept. */
  saveKnowledge(site: SiteId, list: KnowledgeList, by: Omit<SettingsSave, "version">): Promise<boolean>;
  /** The newest first. */
  knowledgeHistory(site: SiteId, limit: number): Promise<readonly SettingsSave[]>;
  /** Counts a question; those of one `topic` are one. What nobody asked for ninety days is forgotten. */
  noteUnknown(
    asked: Pick<UnknownQuestion, "language" | "question"> & {
      readonly site: SiteId;
      readonly topic: string;
      readonly at: number;
    },
  ): Promise<void>;
  /** The most asked first. */
  unknownQuestions(site: SiteId, limit: number): Promise<readonly UnknownQuestion[]>;
  saveNote(note: AuditNote): Promise<void>;
  /** The newest first. */
  notesOf(site: SiteId, limit: number): Promise<readonly AuditNote[]>;

  /** The newest first, also those that were revoked. */
  apiKeys(site: SiteId): Promise<readonly ApiKey[]>;
  /** One that holds; null for one that was revoked, or never was. */
  apiKeyByHash(hash: string): Promise<ApiKey | null>;
  saveApiKey(key: ApiKey): Promise<void>;
  /** False if the site has no such key that holds. */
  revokeApiKey(site: SiteId, id: string, at: number): Promise<boolean>;

  round(key: RoundKey): Promise<Round>;
  /** False, and nothing is stored, unless the version is one above what is there: another process took that turn. */
  saveRound(key: RoundKey, round: Round): Promise<boolean>;

  /** By name. */
  cannedReplies(shelf: CannedShelf): Promise<readonly CannedReply[]>;
  /** False, and nothing is stored, unless the version follows the one that is there, on the same shelf. */
  saveCannedReply(shelf: CannedShelf, reply: CannedReply): Promise<boolean>;
  /** False if there is none of that version on that shelf. */
  deleteCannedReply(
    shelf: CannedShelf,
    reply: Pick<CannedReply, "id" | "version" | "isOwn">,
  ): Promise<boolean>;

  memberships(agent: AgentId): Promise<readonly Membership[]>;
  /** Everybody who works for any of these sites. */
  membersOf(sites: readonly SiteId[]): Promise<readonly Membership[]>;
  saveMembership(membership: Membership): Promise<void>;
  saveInvitation(invitation: Invitation): Promise<void>;
  /** Takes an invitation that has not expired, once: of two who try at the same time, one gets it. */
  takeInvitation(secretHash: string, now: number): Promise<Invitation | null>;
  /** Whether there is any member at all: if not, this is the first start. */
  hasMembers(): Promise<boolean>;
  /** The stored value, or `initial` stored and returned; the first writer wins. For the signing key. */
  secret(name: string, initial: string): Promise<string>;

  /**
   * Called for what other processes commit; never for this process's own. Returns the way to stop. No change is missed
   * for good: when the line between the processes was down, what changed meanwhile is told after it is back, and some
   * of it a second time. So a listener compares `lastSeq` and versions with what it knows.
   */
  onRemoteChange(listener: (changes: readonly RemoteChange[]) => void): () => void;
  /**
   * Tells the other processes something that is not stored, such as typing. At most 7,000 bytes. Those of one process
   * arrive in order; any may be lost while the line between the processes is down.
   */
  announce(text: string): Promise<void>;
  onAnnouncement(listener: (text: string) => void): () => void;

  /** Whether storage answers. For `/readyz`. */
  check(): Promise<boolean>;
  /** Waits for running commits, then lets go of files and connections. */
  close(): Promise<void>;
}
