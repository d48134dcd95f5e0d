/** The business hours of a site: calendars that queues use, each with its week, its zone and its days apart. */
import type { Calendar } from "@sophie/engine";
import type { JSX } from "preact";
import { freeName, newCalendar } from "../../model/settings/new-parts.ts";
import { words } from "../../words/chosen-words.ts";
import { Blank } from "../Blank.tsx";
import { clockIcon } from "../icons.ts";
import { CalendarEditor } from "./CalendarEditor.tsx";
import { useEditor } from "./editor-context.ts";
import { NamedList } from "./NamedList.tsx";
import { TryLink } from "./TryLink.tsx";

export function HoursSection(): JSX.Element {
  const editor = useEditor();
  const { calendars, queues } = editor.draft.value;
  const text = words.value.settings.hours;

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
    <NamedList
      path="calendars"
      title={text.title}
      lead={text.lead}
      actions={<TryLink />}
      items={calendars}
      about={about}
      blank={<Blank icon={clockIcon} title={text.emptyTitle} text={text.emptyText} />}
      mayBeEmpty
      removeName={text.remove}
      addName={text.add}
      makeNew={() => {
        const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
        return newCalendar(editor.newKey(), freeName(text.newName, calendars), timeZone);
      }}
      onChange={(next) => editor.change({ calendars: next })}
    >
      {(calendar, path, change) => <CalendarEditor path={path} calendar={calendar} onChange={change} />}
    </NamedList>
  );
}
