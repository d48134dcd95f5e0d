/** One of a site's own words: what visitors say, what agents read, and which forms of it count. */
import { type CustomTrigger, LANGUAGES, type Language } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { ChoiceSetting } from "./ChoiceSetting.tsx";
import { ListItem } from "./ListItem.tsx";
import { SwitchRow } from "./SwitchRow.tsx";
import { TextSetting } from "./TextSetting.tsx";

interface OwnWordRowProps {
  readonly path: string;
  readonly trigger: CustomTrigger;
  readonly onChange: (trigger: CustomTrigger) => void;
  readonly onRemove: () => void;
}

export function OwnWordRow({ path, trigger, onChange, onRemove }: OwnWordRowProps): JSX.Element {
  const text = words.value.settings.own;
  const { language } = trigger;
  const about = [
    trigger.name === trigger.phrase ? null : text.shownAs(trigger.name),
    trigger.inflected ? text.formsOn : text.formsOff,
    language === null ? null : words.value.language[language],
  ];
  const choices: readonly { value: Language | "any"; label: string }[] = [
    { value: "any", label: text.anyLanguage },
    ...LANGUAGES.map((value) => ({ value, label: words.value.language[value] })),
  ];
  return (
    <ListItem
      path={path}
      title={`“${trigger.phrase}”`}
      about={about.filter((part) => part !== null).join(" · ")}
      removeName={text.remove(trigger.phrase)}
      onRemove={onRemove}
    >
      <div class="form-grid">
        <TextSetting
          path={`${path}.phrase`}
          label={text.phrase}
          value={trigger.phrase}
          maxLength={200}
          onInput={(phrase) => onChange({ ...trigger, phrase })}
        />
        <TextSetting
          path={`${path}.name`}
          label={text.name}
          hint={text.nameHint}
          value={trigger.name}
          maxLength={80}
          onInput={(name) => onChange({ ...trigger, name })}
        />
      </div>
      <SwitchRow
        path={`${path}.inflected`}
        label={text.forms}
        hint={text.formsHint}
        isOn={trigger.inflected}
        onChange={(inflected) => onChange({ ...trigger, inflected })}
      />
      <ChoiceSetting
        path={`${path}.language`}
        label={text.language}
        hint={text.languageHint}
        value={language ?? "any"}
        choices={choices}
        onChoose={(value) => onChange({ ...trigger, language: value === "any" ? null : value })}
      />
    </ListItem>
  );
}
