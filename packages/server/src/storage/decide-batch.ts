/**
 * The pure room in which a batch of changes is decided: rules run in order against states in memory, so that two
 * changes to one conversation in one batch see each other. The engines only load what it needs and write what it says.
 */
import type { ConversationId, Handoff, LogEntry, SendId } from "@sophie/engine";
import { figureOf } from "./figure-row.ts";
import type { FigureRow } from "./figure-table.ts";
import type { EntryRow } from "./schema.ts";
import type { Settled } from "./group-commit.ts";
import type {
  Change,
  ChangeOutcome,
  ChangeRequest,
  ContactChange,
  ConversationState,
  RemoteChange,
  TimerKind,
} from "./storage.ts";
import { type WebhookRow, webhookRows } from "./webhook-event.ts";

const PREVIEW_CHARS_MAX = 120;

/** What the engine read, under a lock, before the rules run. */
export interface LoadedBatch {
  readonly states: ReadonlyMap<ConversationId, ConversationState>;
  /** By `sendKey`: where the log holds an id of this batch already. */
  readonly seqOfSent: ReadonlyMap<string, number>;
}

/** What the engine shall write. Nothing in it twice: a conversation or handoff that changed twice is here as it ended. */
export interface BatchRows {
  readonly opened: readonly ConversationState[];
  readonly updated: readonly ConversationState[];
  readonly entries: readonly EntryRow[];
  readonly handoffs: readonly Handoff[];
  readonly contacts: readonly ContactChange[];
  readonly told: readonly WebhookRow[];
  readonly figures: readonly FigureRow[];
  readonly timers: readonly { kind: TimerKind; conversation: ConversationId; at: number | null }[];
  readonly notices: readonly RemoteChange[];
}

export interface DecidedBatch {
  /** One for each request, in order. A rule that threw fails its own request only. */
  readonly outcomes: readonly Settled<ChangeOutcome>[];
  /** Null if there is nothing to write. */
  readonly rows: BatchRows | null;
}

/** Ids hold no spaces, so this cannot be ambiguous. */
export function sendKey(conversation: ConversationId, id: SendId): string {
  return `${conversation} ${id}`;
}

export function decideBatch(
  requests: readonly ChangeRequest[],
  loaded: LoadedBatch,
  now: number,
): DecidedBatch {
  const room = openRoom(loaded);
  const outcomes = requests.map((request): Settled<ChangeOutcome> => {
    try {
      return { ok: true, value: decide(request, room, now) };
    } catch (error) {
      return { ok: false, error };
    }
  });
  return { outcomes, rows: rowsOf(room) };
}

interface Room {
  readonly states: Map<ConversationId, ConversationState>;
  readonly seqOfSent: Map<string, number>;
  readonly opened: Set<ConversationId>;
  /** What must be written; of these, `changed` is what other processes must hear of. */
  readonly touched: Map<ConversationId, ConversationState>;
  readonly changed: Set<ConversationId>;
  readonly entries: EntryRow[];
  readonly handoffs: Map<string, Handoff>;
  readonly contacts: ContactChange[];
  readonly told: WebhookRow[];
  readonly figures: Map<string, FigureRow>;
  readonly timers: Map<string, BatchRows["timers"][number]>;
}

function openRoom(loaded: LoadedBatch): Room {
  return {
    states: new Map(loaded.states),
    seqOfSent: new Map(loaded.seqOfSent),
    opened: new Set(),
    touched: new Map(),
    changed: new Set(),
    entries: [],
    handoffs: new Map(),
    contacts: [],
    told: [],
    figures: new Map(),
    timers: new Map(),
  };
}

function decide(request: ChangeRequest, room: Room, now: number): ChangeOutcome {
  const { conversation, id } = request;
  const sentBefore = id === null ? undefined : room.seqOfSent.get(sendKey(conversation, id));
  if (sentBefore !== undefined) return { ok: true, duplicate: true, conversation, seq: sentBefore };

  const before = room.states.get(conversation) ?? null;
  // A machine's clock may be set back; a conversation's never is.
  const at = Math.max(now, before?.conversation.updatedAt ?? 0);
  const decision = request.decide(before, at);
  if (!decision.ok) return decision;
  const change = decision.value;

  // Everything that can throw comes before the first write to the room.
  const base = before === null ? openedState(conversation, change, at) : unopenedState(before, change);
  const entryRows = place(request, change, base.conversation.lastSeq, at, room);
  const state = nextState(base, change, entryRows, at);

  room.states.set(conversation, state);
  if (before === null) room.opened.add(conversation);
  if (changesConversation(change)) room.changed.add(conversation);
  if (changesConversation(change) || change.composer !== undefined) room.touched.set(conversation, state);
  for (const { row } of entryRows) {
    room.entries.push(row);
    if (row.id !== null) room.seqOfSent.set(sendKey(conversation, row.id), row.seq);
  }
  for (const handoff of [change.older, change.handoff]) {
    if (handoff !== undefined) room.handoffs.set(handoff.id, handoff);
  }
  noteFigures(change, state, room);
  if (change.contact !== undefined) room.contacts.push(change.contact);
  const said = entryRows.map(({ entry }) => entry);
  room.told.push(...webhookRows(said, change.handoff, change.contact?.contact));
  for (const { kind, at: dueAt } of change.timers ?? []) {
    room.timers.set(`${kind} ${conversation}`, { kind, conversation, at: dueAt });
  }
  return {
    ok: true,
    duplicate: false,
    entries: entryRows.map(({ entry }) => entry),
    state,
    handoffChanged: change.handoff !== undefined,
    ...(change.older === undefined ? {} : { older: change.older }),
  };
}

/** A rating is the visitor's word on the newest handoff. */
function noteFigures({ older, handoff, entries }: Change, state: ConversationState, room: Room): void {
  const survey = entries.find((entry) => entry.kind === "survey");
  const rating = survey?.rating ?? null;
  const rated = rating === null ? undefined : (state.handoff ?? undefined);
  for (const each of [older, handoff ?? rated]) {
    if (each === undefined || each.mode === "none") continue;
    const isRated = each === handoff || each === rated;
    const before = room.figures.get(each.id)?.rating ?? null;
    room.figures.set(each.id, figureOf(each, (isRated ? rating : null) ?? before));
  }
}

function openedState(id: ConversationId, { open }: Change, at: number): ConversationState {
  if (open === undefined) {
    throw new Error(`There is no conversation ${id}: a rule must refuse, or open it with \`open\`.`);
  }
  return {
    conversation: { id, ...open, control: "bot", lastSeq: 0, preview: "", createdAt: at, updatedAt: at },
    controller: null,
    composer: null,
    handoff: null,
  };
}

function unopenedState(before: ConversationState, { open }: Change): ConversationState {
  if (open !== undefined) {
    throw new Error(
      `Conversation ${before.conversation.id} exists: a rule may \`open\` only where there is none.`,
    );
  }
  return before;
}

interface PlacedEntry {
  readonly entry: LogEntry;
  readonly row: EntryRow;
}

function place(
  request: ChangeRequest,
  change: Change,
  lastSeq: number,
  at: number,
  room: Room,
): readonly PlacedEntry[] {
  return change.entries.map((draft, index) => {
    const sent = index === 0 ? request.id : null;
    const said = draft.kind === "message" ? draft.id : null;
    if (sent !== null && said !== null && sent !== said) {
      throw new Error(`The first message must carry the request's id ${sent}, not ${said}.`);
    }
    const id = sent ?? said;
    if (id !== null && room.seqOfSent.has(sendKey(request.conversation, id))) {
      throw new Error(`Conversation ${request.conversation} holds an entry with the id ${id} already.`);
    }
    const seq = lastSeq + 1 + index;
    const entry: LogEntry = { ...draft, seq, at };
    const body = JSON.stringify(entry);
    return { entry, row: { conversation: request.conversation, seq, id, kind: entry.kind, at, body } };
  });
}

function nextState(
  base: ConversationState,
  change: Change,
  placed: readonly PlacedEntry[],
  at: number,
): ConversationState {
  const { conversation } = base;
  const { handoff, older } = change;
  for (const each of [handoff, older]) {
    if (each === undefined) continue;
    if (each.conversation !== conversation.id || each.site !== conversation.site) {
      throw new Error(`Handoff ${each.id} belongs to another conversation than ${conversation.id}.`);
    }
  }
  const control = change.control ?? conversation.control;
  const controller = change.controller === undefined ? base.controller : change.controller;
  const said = placed.findLast(({ entry }) => entry.kind === "message")?.entry;
  return {
    conversation: {
      ...conversation,
      control,
      lastSeq: conversation.lastSeq + placed.length,
      preview: said?.kind === "message" ? previewOf(said.text) : conversation.preview,
      updatedAt: changesConversation(change) ? at : conversation.updatedAt,
    },
    controller: control === "human" ? controller : null,
    composer: change.composer === undefined ? base.composer : change.composer,
    handoff: handoff ?? base.handoff,
  };
}

/** Neither timers alone nor who writes make a conversation a newer one. */
function changesConversation(change: Change): boolean {
  return (
    change.open !== undefined ||
    change.entries.length > 0 ||
    change.control !== undefined ||
    change.controller !== undefined ||
    change.handoff !== undefined ||
    change.older !== undefined ||
    change.contact !== undefined
  );
}

/** No half of a surrogate pair at the end, and no NUL, which PostgreSQL refuses in text. */
function previewOf(text: string): string {
  return text
    .slice(0, PREVIEW_CHARS_MAX)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replaceAll("\0", "\uFFFD");
}

function rowsOf(room: Room): BatchRows | null {
  if (room.touched.size === 0 && room.timers.size === 0) return null;
  const touched = [...room.touched.values()];
  const isOpened = (state: ConversationState) => room.opened.has(state.conversation.id);
  const handoffs = [...room.handoffs.values()];
  return {
    opened: touched.filter(isOpened),
    updated: touched.filter((state) => !isOpened(state)),
    entries: room.entries,
    handoffs,
    contacts: room.contacts,
    told: room.told,
    figures: [...room.figures.values()],
    timers: [...room.timers.values()],
    notices: touched
      .filter(({ conversation }) => room.changed.has(conversation.id))
      .flatMap((state) => noticesOf(state, handoffs)),
  };
}

/** One for each handoff that changed, or one without a handoff. */
function noticesOf({ conversation }: ConversationState, handoffs: readonly Handoff[]): RemoteChange[] {
  const notice = (handoff: Handoff | null): RemoteChange => ({
    conversation: conversation.id,
    site: conversation.site,
    lastSeq: conversation.lastSeq,
    handoff: handoff?.id ?? null,
  });
  const own = handoffs.filter((handoff) => handoff.conversation === conversation.id);
  return own.length === 0 ? [notice(null)] : own.map(notice);
}
