/** What the rules decided, as the flat cells that the writing thread puts into its statements. */
import { contactRow } from "../contact-row.ts";
import { CONTACT_COLUMNS } from "../contact-table.ts";
import { rowOf } from "../conversation-row.ts";
import type { BatchRows } from "../decide-batch.ts";
import { FIGURE_COLUMNS } from "../figure-table.ts";
import type { ConversationRow } from "../schema.ts";
import type { ConversationState } from "../storage.ts";
import type { BatchRecord, Cell } from "./batch-record.ts";

export function recordOf(rows: BatchRows): BatchRecord {
  return {
    opened: rows.opened.flatMap((state) => {
      const row = rowOf(state);
      return [...movingCells(row), row.id, row.site, row.visitor, row.created_at];
    }),
    updated: rows.updated.flatMap((state: ConversationState) => {
      const row = rowOf(state);
      return [...movingCells(row), row.id];
    }),
    entries: rows.entries.flatMap(({ conversation, seq, id, kind, at, body }) => [
      conversation,
      seq,
      id,
      kind,
      at,
      body,
    ]),
    handoffs: rows.handoffs.flatMap((handoff) => {
      const { id, conversation, site, status, version, updatedAt } = handoff;
      return [id, conversation, site, status, version, updatedAt, JSON.stringify(handoff)];
    }),
    contacts: rows.contacts.flatMap(({ contact }) => {
      const row = contactRow(contact);
      return CONTACT_COLUMNS.map((column): Cell => row[column]);
    }),
    links: rows.contacts.flatMap(({ link }) => {
      const { handoff, contact, site, visitor, at } = link;
      return [handoff, contact, site, visitor, at, JSON.stringify(link)];
    }),
    told: rows.told.flatMap(({ id, site, subject, place, event, at, body }) => [
      id,
      subject,
      place,
      event,
      at,
      body,
      at,
      site,
      `%"${event}"%`,
    ]),
    figures: rows.figures.flatMap((row) => FIGURE_COLUMNS.map((column): Cell => row[column])),
    timers: rows.timers.flatMap(({ kind, conversation, at }) => [kind, conversation, at]),
  };
}

/** What may change after a conversation was opened. */
function movingCells(row: ConversationRow): Cell[] {
  const { language, control, controller, handoff, last_seq, preview, composer, updated_at } = row;
  return [language, control, controller, handoff, last_seq, preview, composer, updated_at];
}
