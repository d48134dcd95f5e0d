/** A text cut at the spans that a signal matched, so that they can be marked without building HTML. */
import type { Span } from "@sophie/engine";

export interface QuotePiece {
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** Spans may come unsorted, overlapping or beyond the text; what they cover is marked once. */
export function cutAtSpans(text: string, spans: readonly Span[]): readonly QuotePiece[] {
  const pieces: QuotePiece[] = [];
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(at, span.start);
    const end = Math.min(text.length, span.end);
    if (end <= start) continue;
    if (start > at) pieces.push({ start: at, text: text.slice(at, start), isMarked: false });
    pieces.push({ start, text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), isMarked: false });
  return pieces;
}
