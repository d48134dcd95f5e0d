/** What reports need of a handoff, in a narrow row beside it that says nothing of who it was: written in the same commit. */
import {
  type Channel,
  type Handoff,
  type HandoffId,
  type HandoffStatus,
  type Priority,
  type ResponseBucket,
  responseBucket,
  type SiteId,
  type TriggerSource,
  type TriggerType,
  type VerdictKind,
  type VisitorActivity,
} from "@sophie/engine";

const MINUTE_MS = 60_000;

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

/** `rating`: what was given in this very change; null for nothing new. */
export function figureOf(handoff: Handoff, rating: number | null): FigureRow {
  const { id, site, createdAt, trigger, source, channel, status, priority, score, confidence } = handoff;
  return {
    handoff: id,
    site,
    created_at: createdAt,
    trigger,
    source,
    channel,
    status,
    priority,
    score,
    confidence,
    activity: handoff.activity,
    aged: handoff.aged?.levels ?? 0,
    verdict: handoff.verdict?.kind ?? null,
    has_contact: handoff.contact === null ? 0 : 1,
    response: responseBucket(responseMs(handoff)),
    handle_minutes: handleMinutes(handoff),
    rating,
  };
}

/** Of the first cycle: who comes back has had an answer before. */
function responseMs({ cycles, createdAt, firstResponseAt }: Handoff): number | null {
  const [first] = cycles;
  const at = first === undefined ? firstResponseAt : first.firstResponseAt;
  return at === null ? null : at - createdAt;
}

function handleMinutes({ completedAt, pickedUpAt, cycleAt }: Handoff): number | null {
  return completedAt === null ? null : Math.round((completedAt - (pickedUpAt ?? cycleAt)) / MINUTE_MS);
}
