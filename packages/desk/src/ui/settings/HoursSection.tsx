/** The business hours of a site: calendars that queues use, each with its week, its zone and its days apart. */
import type { Calendar } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { removeAt, replaceAt } from "../../model/settings/list-edit.ts";
import { freeName, newCalendar } from "../../model/settings/new-parts.ts";
import { words } from "../../words/chosen-words.ts";
import { Blank } from "../Blank.tsx";
import { Icon } from "../Icon.tsx";
import { addIcon, clockIcon } from "../icons.ts";
import { CalendarEditor } from "./CalendarEditor.tsx";
import { EditScope } from "./EditScope.tsx";
import { useEditor } from "./editor-context.ts";
import { ListItem } from "./ListItem.tsx";
import { SettingCard } from "./SettingCard.tsx";
import { TryLink } from "./TryLink.tsx";

export function HoursSection(): JSX.Element {
  const editor = useEditor();
  const { calendars, queues } = editor.draft.value;
  const text = words.value.settings.hours;
  const [added, setAdded] = useState<string | null>(null);
  const set = (next: Calendar[]) => editor.change({ calendars: next });

  function about(calendar: Calendar): string {
    const users = queues.filter((queue) => queue.calendar === calendar.id).map((queue) => queue.name);
    const used =
      users.length === 0 ? text.unused : text.usedBy(new Intl.ListFormat(words.value.tag).format(users));
    return [
      calendar.zone,
      used,
      ...(calendar.overrides.length === 0 ? [] : [text.days(calendar.overrides.length)]),
    ].join(" · ");
  }

  return (
    <EditScope>
      <SettingCard title={text.title} lead={text.lead} actions={<TryLink />}>
        {calendars.length === 0 ? (
          <Blank icon={clockIcon} title={text.emptyTitle} text={text.emptyText} />
        ) : (
          <ul class="items" data-setting="calendars">
            {calendars.map((calendar, index) => (
              <ListItem
                key={calendar.id}
                path={`calendars.${index}`}
                title={calendar.name}
                about={about(calendar)}
                opens={calendar.id === added || calendars.length === 1}
                removeName={text.remove(calendar.name)}
                onRemove={() => set(removeAt(calendars, index))}
              >
                <CalendarEditor
                  path={`calendars.${index}`}
                  calendar={calendar}
                  onChange={(changed) => set(replaceAt(calendars, index, changed))}
                />
              </ListItem>
            ))}
          </ul>
        )}
        <div class="add-line">
          <button
            type="button"
            class="button"
            onClick={() => {
              const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
              const calendar = newCalendar(editor.newKey(), freeName(text.newName, calendars), timeZone);
              set([...calendars, calendar]);
              setAdded(calendar.id);
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
