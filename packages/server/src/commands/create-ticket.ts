/**
 * A program of the site's hands in what somebody asked elsewhere: a handoff like any other, by the same rules and clocks, but
 * with nobody on a page to chat with (F21). Handed in again under the same key it is the same ticket.
 */
import {
  type ControlEntry,
  type Conversation,
  type ConversationId,
  type Evidence,
  type Handoff,
  type HandoffId,
  type Language,
  priorityOf,
  priorityRank,
  SendId,
  type Signal,
  type SignalType,
  summarise,
  type TriggerType,
  VisitorId,
} from "@sophie/engine";
import { ignoredBy } from "../settings/public-settings.ts";
import type { ChangeOutcome, ConversationState, DraftEntry, Site } from "../storage/storage.ts";
import { raiseQuietly } from "./call-person.ts";
import { type HandoffCause, newHandoff } from "./new-handoff.ts";
import { withRoute } from "./plan-route.ts";
import { findOwn } from "./read-evidence.ts";
import { readLead } from "./read-lead.ts";
import { hashOf, ticketName } from "./ticket-name.ts";
import type { World } from "./world.ts";

export interface Ticket {
  /** What was asked, as one text. */
  readonly text: string;
  readonly language: Language;
  /** Who asked and where to answer, and what else was given, by the keys of required fields. */
  readonly info: Readonly<Record<string, string>>;
}

export type TicketOutcome =
  /** `change`: to be told; null for what was handed in before. */
  | {
      readonly ok: true;
      readonly handoff: Handoff;
      readonly isNew: boolean;
      readonly change: ChangeOutcome | null;
    }
  /** The key was used for something else. */
  | { readonly ok: false };

type Found = Pick<HandoffCause, "trigger" | "triggerName" | "confidence" | "evidence">;

/** `key` is the caller's own for this ticket. */
export async function createTicket(
  world: World,
  site: Site,
  ticket: Ticket,
  key: string,
): Promise<TicketOutcome> {
  const { config } = site;
  const conversation = ticketName(config.id, key);
  const id = SendId.parse(conversation);
  // Handed in again: nothing is routed, and it is nobody's turn.
  if ((await world.storage.stateOf(conversation)) !== null) return settled(world, ticket, id, conversation);
  const email = ticket.info["email"] ?? "";
  const visitor = VisitorId.parse(`ticket-of-${hashOf(config.id, email || (ticket.info["phone"] ?? key))}`);
  const at = world.now();
  const found = causeIn(world, site, ticket, id);
  const contacts = await world.storage.contactsWithEmail(config.id, email);
  const { score, stage } = await readLead(world, { site: config.id, visitor }, at);
  const said = { kind: "message", id, author: { kind: "visitor" }, text: ticket.text } as const;
  const { language, info } = ticket;
  const { address } = site.settings;
  const summary = summarise([{ ...said, seq: 1, at }], { language, address });
  const cause: HandoffCause = { ...found, source: "api", summary, score: score.score, info };
  // Nobody sits before a screen.
  const priority = priorityOf({ ...cause, activity: "gone" });
  const facts = {
    site: config.id,
    trigger: cause.trigger,
    triggerName: cause.triggerName,
    language,
    channel: "api",
    priority,
    score: score.score,
    customer: stage === "customer" || contacts.some((contact) => contact.stage === "customer"),
    handoff: null,
  } as const;
  const handoffId = world.newId() as HandoffId;

  const change = await withRoute(world, facts, (plan) =>
    world.storage.change({
      conversation,
      id,
      decide(state, now) {
        if (state !== null) return { ok: true, value: { entries: [] } };
        const opened = opening(conversation, visitor, config.id, language, now);
        const born = newHandoff(handoffId, opened, cause, now);
        const handoff: Handoff = { ...born, priority, activity: "gone" };
        const place = {
          ...plan.place,
          mode: plan.place.mode === "live" ? "async" : plan.place.mode,
        } as const;
        const call = {
          before: null,
          handoff,
          conversation: opened.conversation,
          plan: { ...plan, place },
          by: { kind: "visitor" },
          entries: signalIn(found),
        } as const;
        const raised = raiseQuietly(call);
        const closed: Omit<ControlEntry, "seq" | "at"> = {
          kind: "control",
          from: "bot",
          to: "closed",
          by: { kind: "system" },
          handoff: handoffId,
        };
        return {
          ok: true,
          value: {
            ...raised,
            open: { site: config.id, visitor, language },
            entries: [said, ...raised.entries, closed],
            control: "closed",
          },
        };
      },
    }),
  );
  return settled(world, ticket, id, conversation, change);
}

/** What was handed in before is answered with as it stands by now. */
async function settled(
  { storage }: World,
  { text, info }: Ticket,
  id: SendId,
  conversation: ConversationId,
  change: ChangeOutcome | null = null,
): Promise<TicketOutcome> {
  if (
    change?.ok === true &&
    !change.duplicate &&
    change.state.handoff !== null &&
    change.entries.length > 0
  ) {
    return { ok: true, handoff: change.state.handoff, isNew: true, change };
  }
  const entry = await storage.entryById(conversation, id);
  const handoff = (await storage.stateOf(conversation))?.handoff ?? null;
  const isSame = entry?.kind === "message" && entry.text === text;
  if (!isSame || handoff === null || !hasSame(handoff.info, info)) return { ok: false };
  return { ok: true, handoff, isNew: false, change };
}

function hasSame(held: Ticket["info"], given: Ticket["info"]): boolean {
  const keys = new Set([...Object.keys(held), ...Object.keys(given)]);
  return [...keys].every((key) => held[key] === given[key]);
}

/** What is asked, by the same detector and the site's own words as in a chat; a ticket and no more where nothing is found. */
function causeIn({ detector }: World, { config, settings }: Site, { text }: Ticket, message: SendId): Found {
  const ignored = new Set<TriggerType>(ignoredBy(settings));
  const evidenceOf = (spans: Signal["spans"]): Evidence => ({ message, text, spans: [...spans] });
  const signals = detector
    .detect(text, config)
    .signals.filter(
      ({ type, complex }) => !ignored.has(type) && (type !== "price_question" || complex !== false),
    )
    .filter(({ type }) => type !== "human_request" || settings.signals.human_request);
  const [strongest] = signals.toSorted((a, b) => rankOf(a) - rankOf(b) || b.confidence - a.confidence);
  if (strongest !== undefined) {
    const { type: trigger, confidence, spans } = strongest;
    return { trigger, triggerName: null, confidence, evidence: evidenceOf(spans) };
  }
  const own = findOwn(config, text);
  if (own !== null) {
    const { triggerName, confidence, spans } = own;
    return { trigger: "custom", triggerName, confidence, evidence: evidenceOf([...spans]) };
  }
  return { trigger: "ticket", triggerName: null, confidence: 1, evidence: null };
}

function rankOf({ type: trigger, confidence }: Signal): number {
  return priorityRank(priorityOf({ trigger, confidence, score: 0, activity: "gone" }));
}

function signalIn({ trigger, confidence, evidence }: Found): readonly DraftEntry[] {
  if (evidence === null || trigger === "custom") return [];
  const signal: Signal = { type: trigger as SignalType, confidence, spans: evidence.spans };
  return [{ kind: "signal", message: evidence.message, signal }];
}

function opening(
  id: ConversationId,
  visitor: VisitorId,
  site: Conversation["site"],
  language: Language,
  at: number,
): ConversationState {
  const times = { createdAt: at, updatedAt: at };
  const conversation: Conversation = {
    id,
    site,
    visitor,
    language,
    control: "bot",
    lastSeq: 0,
    preview: "",
    ...times,
  };
  return { conversation, controller: null, composer: null, handoff: null };
}
