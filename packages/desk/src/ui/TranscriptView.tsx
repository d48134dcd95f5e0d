/** The conversation, as the log tells it. */
import type { Author } from "@sophie/engine";
import type { JSX } from "preact";
import { isMe } from "../model/desk.ts";
import { type ToldEntry, timelineOf } from "../model/timeline.ts";
import type { Transcript } from "../model/transcript.ts";
import { words } from "../words/chosen-words.ts";
import type { Words } from "../words/words.ts";
import { dayName } from "../words/times.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { TranscriptNote } from "./TranscriptNote.tsx";
import { TranscriptTurn } from "./TranscriptTurn.tsx";

export function TranscriptView({ transcript }: { readonly transcript: Transcript }): JSX.Element {
  const desk = useDesk();
  const me = useMe();
  const text = words.value;
  const items = timelineOf({
    entries: transcript.entries.value,
    drafts: transcript.drafts.value,
    visitor: transcript.visitorReceipt.value,
    me: { kind: "agent", id: me.id, name: me.name },
  });

  function nameOf(author: Author): string {
    if (author.kind === "agent") return isMe(desk, author.id) ? text.author.you : author.name;
    return text.author[author.kind];
  }

  return (
    <section class="transcript" aria-label={text.talk.label}>
      <ol class="timeline">
        {items.map((item) => {
          if (item.kind === "turn") {
            return (
              <TranscriptTurn
                key={item.key}
                turn={item}
                speaker={nameOf(item.author)}
                onRetry={(message) => transcript.retry(message.id)}
              />
            );
          }
          if (item.kind === "told") {
            return (
              <li key={item.key} class="timeline-line">
                {toldText(item.entry, text)}
              </li>
            );
          }
          if (item.kind === "note") {
            return (
              <TranscriptNote
                key={item.key}
                note={item.note}
                writer={nameOf(item.note.author)}
                onRetry={() => transcript.retry(item.note.id)}
              />
            );
          }
          return (
            <li key={item.key} class={item.kind === "day" ? "timeline-day" : "timeline-line"}>
              {item.kind === "day"
                ? dayName(item.at, desk.now.peek(), text)
                : text.talk.control(item.entry.to, nameOf(item.entry.by))}
            </li>
          );
        })}
      </ol>
      {items.length === 0 && transcript.isLoaded.value && <p class="quiet">{text.talk.empty}</p>}
      <output class="typing">
        {transcript.isVisitorTyping.value && (
          <>
            <span class="typing-dots" aria-hidden="true">
              <span />
              <span />
              <span />
            </span>
            {text.talk.typing}
          </>
        )}
      </output>
    </section>
  );
}

function toldText(entry: ToldEntry, { talk }: Words): string {
  switch (entry.kind) {
    case "notice":
      return talk.notice(entry.text);
    case "procedure":
      return entry.state === "collecting"
        ? talk.asked(entry.fields.map(({ key }) => key).join(", "))
        : talk.collected(entry.fields.map(({ key }) => key).join(", "));
    case "feedback":
      return talk.feedback(entry.helpful);
    case "survey":
      return talk.survey(entry.rating, entry.comment);
  }
}
