/** The tables as both engines have them: times are epoch ms, JSON is text, so that one query serves both. */
import type {
  AgentId,
  ContactId,
  Control,
  ConversationId,
  DeliveryStatus,
  DeskLanguage,
  HandoffId,
  HandoffStatus,
  Language,
  LeadStage,
  LogEntry,
  QueueId,
  Role,
  SendId,
  Side,
  SiteId,
  VisitorId,
  WebhookEvent,
} from "@sophie/engine";
import type { ContactRow } from "./contact-table.ts";
import type { FigureRow } from "./figure-table.ts";
import type { Alarm, TimerKind } from "./storage.ts";

export interface ConversationRow {
  id: ConversationId;
  site: SiteId;
  visitor: VisitorId;
  language: Language;
  control: Control;
  controller: AgentId | null;
  /** The newest handoff, open or over. */
  handoff: HandoffId | null;
  last_seq: number;
  preview: string;
  /** Who writes an answer, as JSON; null while nobody has. */
  composer: string | null;
  created_at: number;
  updated_at: number;
}

export interface EntryRow {
  conversation: ConversationId;
  seq: number;
  /** The sender's id; null for what nobody sent. Unique within a conversation. */
  id: SendId | null;
  kind: LogEntry["kind"];
  at: number;
  /** The whole entry as JSON. */
  body: string;
}

export interface HandoffRow {
  id: HandoffId;
  conversation: ConversationId;
  site: SiteId;
  status: HandoffStatus;
  version: number;
  updated_at: number;
  /** The whole handoff as JSON. */
  body: string;
}

interface ContactLinkRow {
  handoff: HandoffId;
  contact: ContactId;
  site: SiteId;
  visitor: VisitorId;
  at: number;
  /** The whole link as JSON. */
  body: string;
}

interface WebhookSettingsRow {
  site: SiteId;
  version: number;
  url: string;
  /** As JSON; a step is told if its event is in it. */
  events: string;
  is_on: number;
  secret: string;
}

export interface OutboxRow {
  id: string;
  site: SiteId;
  subject: ConversationId;
  place: number;
  event: WebhookEvent;
  at: number;
  body: string;
  status: DeliveryStatus;
  tries: number;
  next_at: number;
  response: number | null;
  fault: string | null;
}

export interface DeviceRow {
  id: string;
  agent: AgentId;
  endpoint: string;
  p256dh: string;
  auth: string;
  language: DeskLanguage;
  created_at: number;
}

export interface AlarmRow {
  handoff: HandoffId;
  agent: AgentId;
  /** A device's id, or `mail`. */
  way: string;
  at: number;
  state: Alarm["state"];
  tries: number;
  next_at: number | null;
}

interface ReceiptRow {
  conversation: ConversationId;
  side: Side;
  delivered: number;
  read: number;
}

export interface TimerRow {
  kind: TimerKind;
  conversation: ConversationId;
  at: number;
}

interface LeadRow {
  site: SiteId;
  visitor: VisitorId;
  consent: "given" | "withdrawn";
  consent_at: number;
  withdrawn_at: number | null;
  /** What a hot lead must remember, as JSON. */
  hot: string;
  stage: LeadStage;
}

interface BehaviourRow {
  site: SiteId;
  visitor: VisitorId;
  id: string;
  at: number;
  /** The whole event as JSON. */
  body: string;
}

interface SettingsRow {
  site: SiteId;
  version: number;
  saved_at: number;
  saved_by: AgentId;
  /** The whole document as JSON. */
  body: string;
  /** 0 until what waits is counted by its hours. */
  recounted: number;
}

interface RoundRow {
  site: SiteId;
  queue: QueueId;
  round: string;
  version: number;
  /** Agents' ids as JSON. */
  turns: string;
}

interface KnowledgeRow {
  site: SiteId;
  version: number;
  saved_at: number;
  saved_by: AgentId;
  /** All entries, as JSON. */
  body: string;
}

interface UnknownQuestionRow {
  site: SiteId;
  language: Language;
  /** What makes two questions the same one. */
  topic: string;
  question: string;
  asked: number;
  last_at: number;
}

interface CannedReplyRow {
  id: string;
  site: SiteId;
  /** Whose own it is; null for the site's. */
  owner: AgentId | null;
  version: number;
  name: string;
  /** By language, as JSON. */
  texts: string;
}

export interface ApiKeyRow {
  id: string;
  site: SiteId;
  name: string;
  /** SHA-256 of the key, hex. The key itself is never stored. */
  hash: string;
  /** What somebody recognises it by: its last characters. */
  tail: string;
  made_at: number;
  made_by: AgentId;
  revoked_at: number | null;
}

export interface Tables {
  api_keys: ApiKeyRow;
  canned_replies: CannedReplyRow;
  knowledge: KnowledgeRow;
  unknown_questions: UnknownQuestionRow;
  conversations: ConversationRow;
  entries: EntryRow;
  handoffs: HandoffRow;
  contacts: ContactRow;
  contact_links: ContactLinkRow;
  webhooks: WebhookSettingsRow;
  webhook_outbox: OutboxRow;
  /** The whole document as JSON. */
  notification_settings: { agent: AgentId; body: string };
  devices: DeviceRow;
  alarms: AlarmRow;
  receipts: ReceiptRow;
  figures: FigureRow;
  timers: TimerRow;
  leads: LeadRow;
  behaviour: BehaviourRow;
  sites: { id: SiteId; config: string; origins: string; scoring: string | null };
  handoff_settings: SettingsRow;
  audit: { site: SiteId; at: number; actor: AgentId; action: string; detail: string };
  rounds: RoundRow;
  memberships: { agent: AgentId; site: SiteId; role: Role };
  invitations: { secret_hash: string; role: Role; sites: string; expires_at: number };
  secrets: { name: string; value: string };
}
