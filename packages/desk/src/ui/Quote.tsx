/** A message with the words marked that a signal matched. Built as text, so that nothing in it is ever HTML. */
import type { Span } from "@sophie/engine";
import type { JSX } from "preact";
import { cutAtSpans } from "../model/quote.ts";

interface QuoteProps {
  readonly text: string;
  readonly spans: readonly Span[];
}

export function Quote({ text, spans }: QuoteProps): JSX.Element {
  return (
    <>
      {cutAtSpans(text, spans).map((piece) =>
        piece.isMarked ? (
          <mark key={piece.start}>{piece.text}</mark>
        ) : (
          <span key={piece.start}>{piece.text}</span>
        ),
      )}
    </>
  );
}
