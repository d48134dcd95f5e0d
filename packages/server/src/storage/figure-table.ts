/** The columns of what reports are counted from, and how a newer row replaces an older one. */
import type {
  Channel,
  HandoffId,
  HandoffStatus,
  Priority,
  ResponseBucket,
  SiteId,
  TriggerSource,
  TriggerType,
  VerdictKind,
  VisitorActivity,
} from "@sophie/engine";

export interface FigureRow {
  handoff: HandoffId;
  site: SiteId;
  created_at: number;
  trigger: TriggerType;
  source: TriggerSource;
  channel: Channel;
  status: HandoffStatus;
  priority: Priority;
  score: number;
  confidence: number;
  activity: VisitorActivity;
  /** By how many levels waiting raised it. */
  aged: number;
  verdict: VerdictKind | null;
  /** 1 if it became a contact; SQLite has no other way to say it. */
  has_contact: number;
  /** How soon the first answer came. */
  response: ResponseBucket;
  /** From when somebody began it to its end, in whole minutes, so that equal ones can be counted; null until then. */
  handle_minutes: number | null;
  /** What the visitor gave; an upsert keeps what is there where this is null. */
  rating: number | null;
}

export const FIGURE_COLUMNS = [
  "handoff",
  "site",
  "created_at",
  "trigger",
  "source",
  "channel",
  "status",
  "priority",
  "score",
  "confidence",
  "activity",
  "aged",
  "verdict",
  "has_contact",
  "response",
  "handle_minutes",
  "rating",
] as const satisfies readonly (keyof FigureRow)[];

/** What may change after a handoff was made. */
const MOVING = FIGURE_COLUMNS.filter(
  (column) => !["handoff", "site", "created_at", "rating"].includes(column),
);

/** The end of the statement that puts such rows, for both engines. */
export const ON_FIGURE_CONFLICT = `on conflict (handoff) do update set ${[
  ...MOVING.map((column) => `${column} = excluded.${column}`),
  "rating = coalesce(excluded.rating, figures.rating)",
].join(", ")}`;
