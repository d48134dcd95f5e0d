/** A box to try a sentence in: the very detector and finder that visitors' messages meet, on the settings as they stand here. */
import type { Detector } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { percentOf } from "../../model/percent.ts";
import { type HeardThing, hearSentence } from "../../model/settings/hear-sentence.ts";
import { words } from "../../words/chosen-words.ts";
import { Quote } from "../Quote.tsx";
import { useAnswer } from "../use-answer.ts";
import { useEditing } from "./editor-context.ts";
import { SettingCard } from "./SettingCard.tsx";
import { Field } from "../Field.tsx";

export function TestSentence(): JSX.Element {
  const { editor, site } = useEditing();
  const text = words.value.settings.test;
  const [sentence, setSentence] = useState("");
  const detector = useAnswer(loadDetector, []);
  const said = sentence.trim();
  const heard =
    detector === null || said === "" ? null : hearSentence(said, detector, site, editor.draft.value);
  return (
    <SettingCard title={text.title} lead={text.lead}>
      <div class="form">
        <Field
          label={text.label}
          name="test-sentence"
          placeholder={text.example}
          maxLength={4_000}
          value={sentence}
          onInput={setSentence}
        />
        <output class="test-answer" aria-live="polite">
          {heard !== null && (
            <>
              <p class="test-sentence">
                <Quote text={said} spans={heard.flatMap((thing) => thing.spans)} />
              </p>
              {heard.length === 0 ? (
                <p class="quiet">{text.nothing}</p>
              ) : (
                <ul class="test-list">{heard.map((thing) => heardLine(thing, said))}</ul>
              )}
            </>
          )}
        </output>
      </div>
    </SettingCard>
  );
}

/** Weighs as much as the rest of the desk, so it is fetched where it is used. */
async function loadDetector(): Promise<Detector> {
  const { detector } = await import("@sophie/engine/detector");
  return detector;
}

function heardLine(thing: HeardThing, said: string): JSX.Element {
  const all = words.value;
  const text = all.settings.test;
  const places = thing.spans.map(({ start, end }) => `“${said.slice(start, end)}”`).join(", ");
  const name = thing.kind === "word" ? thing.name : all.trigger[thing.signal];
  const key = thing.kind === "word" ? `word ${thing.id}` : `signal ${thing.signal}`;
  return (
    <li key={key} class={thing.starts ? "test-line" : "test-line test-line-off"}>
      <strong>{name}</strong>
      <span class="test-sure">
        {thing.kind === "word" ? text.word : all.panel.confidence(percentOf(thing.confidence))}
      </span>
      <span class="quiet">
        {thing.starts
          ? text.starts
          : thing.kind === "signal" && thing.isPlainPrice
            ? text.plainPrice
            : text.off}
        {places !== "" && ` · ${text.where(places)}`}
      </span>
    </li>
  );
}
