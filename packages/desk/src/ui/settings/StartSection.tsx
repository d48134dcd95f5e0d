/** What starts a handoff: the four signals, what Sophie does when she is at a loss, and the site's own words (S3, S4, S6). */
import { SIGNAL_TYPES } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { warningIcon } from "../icons.ts";
import { Segments } from "../Segments.tsx";
import { EditScope } from "./EditScope.tsx";
import { useEditor, useProblem } from "./editor-context.ts";
import { OwnWords } from "./OwnWords.tsx";
import { SettingCard } from "./SettingCard.tsx";
import { SwitchRow } from "./SwitchRow.tsx";
import { TestSentence } from "./TestSentence.tsx";

const LIMITS = ["1", "2", "3", "4", "5"] as const;

export function StartSection(): JSX.Element {
  const editor = useEditor();
  const draft = editor.draft.value;
  const text = words.value.settings.start;
  const limitProblem = useProblem("unknownLimit");
  return (
    <>
      <EditScope>
        <SettingCard title={text.signals} lead={text.signalsLead}>
          <div class="switch-rows">
            {SIGNAL_TYPES.map((signal) => (
              <SwitchRow
                key={signal}
                path={`signals.${signal}`}
                label={words.value.trigger[signal]}
                hint={text.signal[signal]}
                isOn={draft.signals[signal]}
                onChange={(isOn) => editor.change({ signals: { ...draft.signals, [signal]: isOn } })}
              >
                {signal === "human_request" && !draft.signals.human_request && (
                  <output class="warning-text">
                    <Icon node={warningIcon} />
                    {text.humanOff}
                  </output>
                )}
              </SwitchRow>
            ))}
          </div>
        </SettingCard>
        <SettingCard title={text.lost} lead={text.lostLead}>
          <div class="switch-rows">
            <div class="switch-row" data-setting="unknownLimit">
              <div class="switch-text">
                <span class="switch-label">{text.unknownLimit}</span>
                <p class="quiet">{text.unknownHint(draft.unknownLimit)}</p>
                {limitProblem !== undefined && <p class="field-error">{limitProblem}</p>}
              </div>
              <Segments
                label={text.unknownLimit}
                name="unknown-limit"
                value={String(draft.unknownLimit)}
                choices={LIMITS.map((value) => ({ value, label: value }))}
                onChoose={(value) => editor.change({ unknownLimit: Number(value) })}
              />
            </div>
            <SwitchRow
              path="asksFeedback"
              label={text.feedback}
              hint={text.feedbackHint}
              isOn={draft.asksFeedback}
              onChange={(asksFeedback) => editor.change({ asksFeedback })}
            />
          </div>
        </SettingCard>
        <OwnWords />
      </EditScope>
      <TestSentence />
    </>
  );
}
