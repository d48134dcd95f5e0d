/** The queues of a site: where handoffs wait, and for whom. */
import type { Queue } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { removeAt, replaceAt } from "../../model/settings/list-edit.ts";
import { freeName, newQueue } from "../../model/settings/new-parts.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { addIcon } from "../icons.ts";
import { EditScope } from "./EditScope.tsx";
import { useEditor } from "./editor-context.ts";
import { ListItem } from "./ListItem.tsx";
import { QueueEditor } from "./QueueEditor.tsx";
import { SettingCard } from "./SettingCard.tsx";

export function QueuesSection(): JSX.Element {
  const editor = useEditor();
  const { queues, calendars } = editor.draft.value;
  const all = words.value;
  const text = all.settings.queues;
  const [added, setAdded] = useState<string | null>(null);
  const set = (next: Queue[]) => editor.change({ queues: next });

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
    <EditScope>
      <SettingCard title={text.title} lead={text.lead}>
        <ul class="items" data-setting="queues">
          {queues.map((queue, index) => (
            <ListItem
              key={queue.id}
              path={`queues.${index}`}
              title={queue.name}
              about={about(queue)}
              opens={queue.id === added}
              removeName={text.remove(queue.name)}
              // A handoff must be able to wait somewhere.
              onRemove={queues.length === 1 ? null : () => set(removeAt(queues, index))}
            >
              <QueueEditor
                path={`queues.${index}`}
                queue={queue}
                onChange={(changed) => set(replaceAt(queues, index, changed))}
              />
            </ListItem>
          ))}
        </ul>
        <div class="add-line">
          <button
            type="button"
            class="button"
            onClick={() => {
              const queue = newQueue(editor.newKey(), freeName(text.newName, queues));
              set([...queues, queue]);
              setAdded(queue.id);
            }}
          >
            <Icon node={addIcon} />
            {text.add}
          </button>
        </div>
      </SettingCard>
    </EditScope>
  );
}
