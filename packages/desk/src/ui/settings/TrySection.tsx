/** What would happen at an instant, with the settings as they stand here: the rule that decides, why not the others, and what the visitor reads (S15, F20). */
import {
  type Handoff,
  LANGUAGES,
  type Language,
  PRIORITIES,
  type Priority,
  TRIGGER_TYPES,
} from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { instantOf, localDate, localTime } from "../../model/settings/local-instant.ts";
import { readTime } from "../../model/settings/read-time.ts";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { Field } from "../Field.tsx";
import { ChoiceSetting } from "./ChoiceSetting.tsx";
import { useAnswer } from "../use-answer.ts";
import { useEditing } from "./editor-context.ts";
import { NumberSetting } from "./NumberSetting.tsx";
import { PastHandoffs } from "./PastHandoffs.tsx";
import { PreviewResult } from "./PreviewResult.tsx";
import { SettingCard } from "./SettingCard.tsx";

/** What may be the reason, but for a site's own words, which are named one by one, and what an agent does. */
const ASKABLE = TRIGGER_TYPES.filter((type) => type !== "takeover" && type !== "custom");
/** Before the id of an own word, so that it is never the name of a signal. */
const WORD_MARK = "word ";

export function TrySection(): JSX.Element {
  const { editor, calls, site } = useEditing();
  const now = useDesk().now;
  const all = words.value;
  const text = all.settings.try;
  const draft = editor.draft.value;
  const [date, setDate] = useState(() => localDate(now.peek()));
  const [time, setTime] = useState(() => localTime(now.peek()));
  const [reason, setReason] = useState<string>("human_request");
  const [language, setLanguage] = useState<Language>(site.language);
  const [priority, setPriority] = useState<Priority>("high");
  const [score, setScore] = useState(0);
  const [customer, setCustomer] = useState<"yes" | "no">("no");
  const [staffed, setStaffed] = useState<"yes" | "no">("yes");
  const at = instantOf(date, readTime(time));
  const word = draft.triggers.find(({ id }) => reason === WORD_MARK + id);
  const trigger = TRIGGER_TYPES.find((type) => type === reason) ?? "custom";
  const triggerName = word?.name ?? null;

  const question = { at, trigger, triggerName, language, priority, score };
  const answer = useAnswer(
    async () =>
      at === null
        ? null
        : calls.preview(draft, { ...question, at, customer: customer === "yes", staffed: staffed === "yes" }),
    [draft, at, trigger, triggerName, language, priority, score, customer, staffed],
  );

  function takeFrom(handoff: Handoff): void {
    const own = draft.triggers.find(({ name }) => name === handoff.triggerName);
    setDate(localDate(handoff.createdAt));
    setTime(localTime(handoff.createdAt));
    setReason(own === undefined ? handoff.trigger : WORD_MARK + own.id);
    setLanguage(handoff.language);
    setPriority(handoff.priority);
    setScore(handoff.score);
  }

  return (
    <>
      <SettingCard title={text.title} lead={text.lead}>
        <PastHandoffs onPick={takeFrom} />
        <div class="form-grid">
          <Field label={text.date} name="try-date" type="date" value={date} onInput={setDate} />
          <Field label={text.time} name="try-time" maxLength={8} value={time} onInput={setTime} />
          <ChoiceSetting
            path="try.trigger"
            label={text.reason}
            value={reason}
            choices={[
              ...ASKABLE.map((value): { value: string; label: string } => ({
                value,
                label: all.trigger[value],
              })),
              ...draft.triggers.map(({ id, name }) => ({ value: WORD_MARK + id, label: `“${name}”` })),
            ]}
            onChoose={setReason}
          />
          <ChoiceSetting
            path="try.language"
            label={text.language}
            value={language}
            choices={LANGUAGES.map((value) => ({ value, label: all.language[value] }))}
            onChoose={setLanguage}
          />
          <ChoiceSetting
            path="try.priority"
            label={text.priority}
            value={priority}
            choices={PRIORITIES.map((value) => ({ value, label: all.priority[value] }))}
            onChoose={setPriority}
          />
          <NumberSetting
            path="try.score"
            label={text.score}
            value={score}
            min={0}
            max={100}
            onChange={setScore}
          />
          <ChoiceSetting
            path="try.customer"
            label={text.customer}
            value={customer}
            choices={[
              { value: "no", label: text.no },
              { value: "yes", label: text.yes },
            ]}
            onChoose={setCustomer}
          />
          <ChoiceSetting
            path="try.staffed"
            label={text.staffed}
            value={staffed}
            choices={[
              { value: "yes", label: text.yes },
              { value: "no", label: text.no },
            ]}
            onChoose={setStaffed}
          />
        </div>
        <p class="quiet">{text.zone(new Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>
      </SettingCard>
      {answer !== null && <PreviewResult answer={answer} trigger={trigger} language={language} />}
    </>
  );
}
