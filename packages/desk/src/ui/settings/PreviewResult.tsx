/** The answer to "what would happen": open or closed, where it goes, what the visitor reads, and the way along the rules. */
import type { Language, TriggerType } from "@sophie/engine";
import type { JSX } from "preact";
import { conditionInWords, queueName, wayInWords } from "../../model/settings/routing-words.ts";
import type { Preview, PreviewAnswer } from "../../model/settings/settings-http.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { checkIcon, closeIcon } from "../icons.ts";
import { useEditor } from "./editor-context.ts";
import { useRoutingNames } from "./routing-names.ts";
import { SettingCard } from "./SettingCard.tsx";

interface PreviewResultProps {
  readonly answer: PreviewAnswer;
  readonly trigger: TriggerType;
  readonly language: Language;
}

export function PreviewResult({ answer, trigger, language }: PreviewResultProps): JSX.Element {
  const text = words.value.settings.try;
  if (answer.ok) return <Outcome preview={answer.value} trigger={trigger} language={language} />;
  return (
    <SettingCard title={text.result}>
      {answer.why === "invalid" ? (
        <>
          <p class="form-error" role="alert">
            {text.invalid}
          </p>
          <ul class="plain-list">
            {answer.problems.map((problem) => (
              <li key={problem.path}>{words.value.settings.problem(problem)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p class="form-error" role="alert">
          {words.value.settings.failed[answer.why]}
        </p>
      )}
    </SettingCard>
  );
}

interface OutcomeProps {
  readonly preview: Preview;
  readonly trigger: TriggerType;
  readonly language: Language;
}

function Outcome({ preview, trigger, language }: OutcomeProps): JSX.Element {
  const all = words.value;
  const text = all.settings.try;
  const names = useRoutingNames();
  const { rules, queues, calendars } = useEditor().draft.value;
  const { destination } = preview;
  const calendar = queues.find(({ id }) => id === destination?.queue)?.calendar;
  const zone = calendars.find(({ id }) => id === calendar)?.zone;
  return (
    <SettingCard title={text.result}>
      <dl class="outcome" aria-live="polite">
        <dt>{text.hours}</dt>
        <dd>
          <span class={preview.isOpen ? "state state-open" : "state state-closed"}>
            {preview.isOpen ? text.open : text.closed}
          </span>
          {!preview.isOpen && (
            <span class="quiet">
              {preview.opensAt === null
                ? text.opensNever
                : text.opensAt(momentIn(zone, preview.opensAt, all.tag))}
            </span>
          )}
        </dd>
        <dt>{text.rule}</dt>
        <dd>{preview.rule?.name ?? text.noRule}</dd>
        <dt>{text.to}</dt>
        <dd>
          {destination === null ? (
            text.nowhere
          ) : (
            <>
              <strong>{queueName(destination.queue, names, all)}</strong>{" "}
              {wayInWords(destination, names, all)}
            </>
          )}
        </dd>
        <dt>{all.routing.settings.tried}</dt>
        <dd>{goingOn(preview.overflow)}</dd>
        <dt>{text.message}</dt>
        <dd>
          <blockquote class="visitor-reads" lang={language}>
            {preview.message.text}
          </blockquote>
        </dd>
      </dl>
      {preview.trace.length > 0 && (
        <>
          <h4 class="field-label">{text.trace}</h4>
          <ol class="trace">
            {preview.trace.map(({ rule, matched, failed }) => (
              <li key={rule.id} class={matched ? "trace-line trace-line-matched" : "trace-line"}>
                <Icon node={matched ? checkIcon : closeIcon} />
                <span>
                  <strong>{rule.name}</strong>
                  <span class="quiet">{reason(rule.id, matched, failed)}</span>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </SettingCard>
  );

  function goingOn(overflow: Preview["overflow"]): string {
    const { triedState, triedAt } = all.routing.settings;
    if (overflow.state !== "goes_on") return triedState[overflow.state];
    const past = overflow.queues.map((queue) => queueName(queue, names, all));
    return triedAt(
      momentIn(zone, overflow.at, all.tag),
      new Intl.ListFormat(all.tag).format(past),
      overflow.hopsMax,
    );
  }

  function reason(id: string, matched: boolean, failed: Preview["trace"][number]["failed"]): string {
    if (matched) return text.matched;
    if (failed === null) return text.isOff;
    if (failed.kind === "trigger") return text.otherReason(all.trigger[trigger]);
    const queue = rules.find((rule) => rule.id === id)?.to.queue;
    return queue === undefined ? text.isOff : text.skipped(conditionInWords(failed, queue, names, all));
  }
}

/** In the zone of those who keep the hours, as visitors read it; named where it is not the reader's own. */
function momentIn(zone: string | undefined, at: number, tag: string): string {
  const format = new Intl.DateTimeFormat(tag, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  const isOwn = zone === undefined || zone === new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isOwn ? format.format(at) : `${format.format(at)} (${zone})`;
}
