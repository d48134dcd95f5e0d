/** Where the conversation stood at one place of its log, and what the entry there did. */
import { type Author, fingerprintOf, type ReplayState, type ReplayStep } from "@sophie/engine";
import type { ComponentChildren, JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { momentTime } from "../../words/times.ts";
import { PriorityMark } from "../PriorityMark.tsx";
import { StatusBadge } from "../StatusBadge.tsx";
import { ChangeList } from "./ChangeList.tsx";
import { ProcedureTrack } from "./ProcedureTrack.tsx";

interface StatePanelProps {
  readonly state: ReplayState;
  /** Undefined before the first entry. */
  readonly step: ReplayStep | undefined;
  readonly now: number;
  readonly nameOf: (author: Author) => string;
}

export function StatePanel({ state, step, now, nameOf }: StatePanelProps): JSX.Element {
  const text = words.value;
  const { replay } = text;
  const { control, speaker, procedure, handoff, timers, promise, visitor } = state;
  const moment = (at: number) => momentTime(at, now, text);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard
    <section class="replay-state" aria-label={replay.state} tabIndex={0}>
      <dl class="replay-standing">
        <Row name={replay.control}>
          <span class={`status status-${control === "bot" ? "bot" : "plain"}`}>
            {text.live.control[control]}
          </span>
        </Row>
        <Row name={replay.speaker}>{speaker === null ? replay.nobody : nameOf(speaker)}</Row>
        <Row name={replay.procedure}>
          <ProcedureTrack procedure={procedure} passed={step?.passed ?? []} />
        </Row>
        <Row name={replay.handoff}>
          {handoff === null ? (
            replay.none
          ) : (
            <>
              <p class="replay-standing-line">
                <StatusBadge status={handoff.status} />
                {handoff.priority !== null && <PriorityMark priority={handoff.priority} />}
                {handoff.assignee !== null && <span>{handoff.assignee}</span>}
              </p>
              {handoff.routed != null && (
                <p class="quiet">
                  {replay.routed(
                    handoff.routed.queue ?? replay.noQueue,
                    handoff.routed.rule ?? replay.noRule,
                  )}
                </p>
              )}
            </>
          )}
        </Row>
        <Row name={replay.timers}>
          {timers.length === 0
            ? replay.none
            : timers.map(({ kind, at }) => (
                <p key={kind}>
                  {replay.timer[kind]} <time dateTime={new Date(at).toISOString()}>{moment(at)}</time>
                </p>
              ))}
        </Row>
        <Row name={replay.promise}>
          {promise === null ? (
            replay.none
          ) : (
            <>
              <p>
                {replay.promised[promise.state]}, {replay.by(moment(promise.dueAt))}
              </p>
              <p class="quiet">{promise.text}</p>
            </>
          )}
        </Row>
        <Row name={replay.visitor}>{visitor === null ? replay.notLogged : replay.activity[visitor]}</Row>
        <Row name={replay.fingerprint}>
          <code title={replay.fingerprintHint}>{fingerprintOf(state)}</code>
        </Row>
      </dl>
      {step !== undefined && <ChangeList changes={step.changes} />}
    </section>
  );
}

function Row({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="replay-standing-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
