/** The queues of a site: where handoffs wait, and for whom. */
import type { Queue } from "@sophie/engine";
import type { JSX } from "preact";
import { freeName, newQueue } from "../../model/settings/new-parts.ts";
import { words } from "../../words/chosen-words.ts";
import { useEditor } from "./editor-context.ts";
import { NamedList } from "./NamedList.tsx";
import { QueueEditor } from "./QueueEditor.tsx";

export function QueuesSection(): JSX.Element {
  const editor = useEditor();
  const { queues, calendars } = editor.draft.value;
  const all = words.value;
  const text = all.settings.queues;

  function about(queue: Queue): string {
    const calendar = calendars.find(({ id }) => id === queue.calendar);
    const asked = queue.required.map((field) => all.settings.fields.kind[field.kind].toLowerCase());
    return [
      text.type[queue.type],
      queue.calendar === null ? text.alwaysOpen : (calendar?.name ?? all.settings.routing.gone),
      queue.members === null ? text.everybody : text.people(queue.members.length),
      ...(asked.length === 0 ? [] : [text.asks(new Intl.ListFormat(all.tag).format(asked))]),
    ].join(" · ");
  }

  return (
    <NamedList
      path="queues"
      title={text.title}
      lead={text.lead}
      items={queues}
      about={about}
      // A handoff must be able to wait somewhere.
      mayBeEmpty={false}
      removeName={text.remove}
      addName={text.add}
      makeNew={() => newQueue(editor.newKey(), freeName(text.newName, queues))}
      onChange={(next) => editor.change({ queues: next })}
    >
      {(queue, path, change) => <QueueEditor path={path} queue={queue} onChange={change} />}
    </NamedList>
  );
}
