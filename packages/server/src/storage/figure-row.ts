/** What reports need of a handoff, in a narrow row beside it that says nothing of who it was: written in the same commit. */
import { type Handoff, responseBucket } from "@sophie/engine";
import type { FigureRow } from "./figure-table.ts";

const MINUTE_MS = 60_000;

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
