/** The three stages of handing over, and which of them were passed (F2). */
import { PROCEDURE_STATES, type ProcedureState, type ReplayProcedure } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";

interface ProcedureTrackProps {
  readonly procedure: ReplayProcedure;
  /** Those that the entry at this place went through. */
  readonly passed: readonly ProcedureState[];
}

export function ProcedureTrack({
  procedure: { state, trigger, open },
  passed,
}: ProcedureTrackProps): JSX.Element {
  const { replay, trigger: triggers } = words.value;
  return (
    <>
      <ol class="replay-track">
        {PROCEDURE_STATES.map((stage) => (
          <li
            key={stage}
            class={passed.includes(stage) ? "replay-track-stage replay-track-passed" : "replay-track-stage"}
            aria-current={stage === state ? "step" : undefined}
          >
            {replay.stage[stage]}
          </li>
        ))}
      </ol>
      <p class="quiet">
        {[
          ...(state === "idle" ? [trigger === null ? replay.idle : replay.over] : []),
          ...(trigger === null ? [] : [triggers[trigger]]),
          ...(open.length === 0 ? [] : [replay.open(open.join(", "))]),
        ].join(" · ")}
      </p>
    </>
  );
}
