/** What each kind of timer is for. Whoever rings one may be any process: the commands look before they write. */
import type { ConversationId } from "@sophie/engine";
import { collectDue } from "../commands/collect-due.ts";
import { endSurvey } from "../commands/end-survey.ts";
import { noteAgeing } from "../commands/note-ageing.ts";
import { noteBreach } from "../commands/note-breach.ts";
import { noteClosing } from "../commands/note-closing.ts";
import { noteNeglect } from "../commands/note-neglect.ts";
import { notePlan } from "../commands/note-plan.ts";
import { notePromise } from "../commands/note-promise.ts";
import { noteSilence } from "../commands/note-silence.ts";
import { noteWarning } from "../commands/note-warning.ts";
import { raiseAlarm } from "../commands/raise-alarm.ts";
import { overflowHandoff } from "../commands/overflow-handoff.ts";
import type { World } from "../commands/world.ts";
import type { ChangeOutcome, DueTimer, TimerKind } from "../storage/storage.ts";

const RING: Readonly<
  Record<TimerKind, (world: World, conversation: ConversationId) => Promise<ChangeOutcome>>
> = {
  "sla-due": noteBreach,
  "sla-warning": noteWarning,
  "ageing-due": noteAgeing,
  "activity-due": noteSilence,
  "nudge-due": noteNeglect,
  "promise-due": notePromise,
  "closing-due": noteClosing,
  "overflow-due": overflowHandoff,
  "plan-due": notePlan,
  "collect-due": collectDue,
  "survey-due": endSurvey,
  "alarm-due": raiseAlarm,
};

export function ringTimer(world: World, { kind, conversation }: DueTimer): Promise<ChangeOutcome> {
  return RING[kind](world, conversation);
}
