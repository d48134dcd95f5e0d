/** A sentence in several languages: the site's own first, the others when they are asked for. */
import { LANGUAGES, type Language, type LocalText } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { TextSetting } from "./TextSetting.tsx";

interface LocalTextSettingProps {
  readonly path: string;
  readonly label: string;
  readonly value: LocalText;
  readonly main: Language;
  readonly placeholder?: string | undefined;
  readonly hint?: string;
  readonly onChange: (value: LocalText) => void;
}

export function LocalTextSetting(props: LocalTextSettingProps): JSX.Element {
  const text = words.value;
  const others = LANGUAGES.filter((language) => language !== props.main);
  const filled = others.filter((language) => (props.value[language] ?? "") !== "").length;

  function field(language: Language, label: string, extra: object): JSX.Element {
    return (
      <TextSetting
        key={language}
        path={`${props.path}.${language}`}
        label={label}
        lang={language}
        value={props.value[language] ?? ""}
        maxLength={1_000}
        onInput={(value) => props.onChange(withText(props.value, language, value))}
        {...extra}
      />
    );
  }

  return (
    <div class="local-text">
      {field(props.main, `${props.label} (${text.language[props.main]})`, {
        placeholder: props.placeholder,
        hint: props.hint,
      })}
      <details class="translations">
        <summary>{text.settings.otherLanguages(filled)}</summary>
        <div class="form-grid">{others.map((language) => field(language, text.language[language], {}))}</div>
      </details>
    </div>
  );
}

/** An empty text is no text: Sophie's own words then stand. */
export function withText(local: LocalText, language: Language, value: string): LocalText {
  const { [language]: _, ...others } = local;
  return value === "" ? others : { ...others, [language]: value };
}
