/** The log as a list of lines; what has not happened yet at this place is pale. Each is a link that can be sent. */
import type { LogEntry } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { goOn, hrefOf, type Place } from "../../model/address.ts";
import { words } from "../../words/chosen-words.ts";
import { clockTime } from "../../words/times.ts";

interface EntryListProps {
  readonly entries: readonly LogEntry[];
  readonly seq: number;
  readonly placeOf: (seq: number) => Place;
  readonly sentenceOf: (entry: LogEntry) => string;
}

export function EntryList({ entries, seq, placeOf, sentenceOf }: EntryListProps): JSX.Element {
  const text = words.value;
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => current.current?.scrollIntoView({ block: "nearest" }), [seq, entries.length]);
  return (
    <ol class="replay-entries" aria-label={text.replay.steps}>
      {entries.map((entry) => (
        <li key={entry.seq}>
          <a
            ref={entry.seq === seq ? current : null}
            class={entry.seq > seq ? "replay-entry replay-entry-ahead" : "replay-entry"}
            href={hrefOf(placeOf(entry.seq))}
            aria-current={entry.seq === seq ? "step" : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              goOn(placeOf(entry.seq));
            }}
          >
            <span class="replay-entry-seq">{entry.seq}</span>
            <span class={entry.kind === "message" ? "replay-entry-said" : "replay-entry-did"}>
              {sentenceOf(entry)}
            </span>
            <time dateTime={new Date(entry.at).toISOString()}>{clockTime(entry.at, text)}</time>
          </a>
        </li>
      ))}
    </ol>
  );
}
