/** A note between colleagues, where it was written in the conversation, and unlike anything that the visitor reads. */
import type { JSX } from "preact";
import type { TimelineNote } from "../model/timeline.ts";
import { words } from "../words/chosen-words.ts";
import { clockTime } from "../words/times.ts";
import { DeliveryMark } from "./DeliveryMark.tsx";
import { Icon } from "./Icon.tsx";
import { noteIcon } from "./icons.ts";

interface TranscriptNoteProps {
  readonly note: TimelineNote;
  readonly writer: string;
  readonly onRetry: () => void;
}

export function TranscriptNote({ note, writer, onRetry }: TranscriptNoteProps): JSX.Element {
  const text = words.value;
  return (
    <li class="note">
      <p class="note-head">
        <Icon node={noteIcon} />
        <span class="note-kind">{text.together.note.head}</span>
        <span class="note-writer">{writer}</span>
        <time dateTime={new Date(note.at).toISOString()}>{clockTime(note.at, text)}</time>
      </p>
      <p class="message-text">{note.text}</p>
      {note.delivery !== null && <DeliveryMark delivery={note.delivery} onRetry={onRetry} />}
    </li>
  );
}
