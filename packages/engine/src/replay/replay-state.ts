/** Where a conversation stands after one entry of its log: everything that the log alone tells of it. */
import type { Author } from "../domain/author.ts";
import type { Control } from "../domain/control.ts";
import type { HandoffStatus } from "../domain/handoff-status.ts";
import type { HandoffId } from "../domain/id.ts";
import type { HandoffEntry } from "../domain/log-entry.ts";
import type { Priority } from "../domain/priority.ts";
import type { TriggerType } from "../domain/trigger.ts";
import type { VisitorActivity } from "../domain/visitor-activity.ts";
import type { ProcedureState } from "./procedure-states.ts";

/** What rings if nothing happens before: under the names that the server keeps them by. */
export type ReplayTimerKind = "collect-due" | "sla-due" | "promise-due" | "survey-due";

/** Something that rings if nothing happens before. */
export interface ReplayTimer {
  readonly kind: ReplayTimerKind;
  /** Epoch ms. */
  readonly at: number;
}

/** Where the handoff procedure stands. */
export interface ReplayProcedure {
  readonly state: ProcedureState | "idle";
  /** What set it off, or the last one; null while none ran. */
  readonly trigger: TriggerType | null;
  /** The keys of what the visitor is asked for, or did not give. */
  readonly open: readonly string[];
}

/** The newest handoff, as far as the log tells of it. */
export interface ReplayHandoff {
  readonly id: HandoffId;
  readonly status: HandoffStatus;
  readonly version: number;
  readonly trigger: TriggerType | null;
  /** Null where an older log does not tell. */
  readonly priority: Priority | null;
  readonly score: number | null;
  readonly routed: HandoffEntry["routed"] | null;
  /** By name. */
  readonly assignee: string | null;
  readonly cycle: number;
  /** When the clock of this cycle was stopped, epoch ms; null while it runs. */
  readonly respondedAt: number | null;
  readonly breachedAt: number | null;
  /** How many handoffs this conversation has had, with this one. */
  readonly nth: number;
}

/** What the visitor was told, and what became of it. */
export interface ReplayPromise {
  readonly text: string;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly state: "open" | "kept" | "broken";
}

/** A conversation at one place of its log. Plain data: the same log gives the same bytes. */
export interface ReplayState {
  /** The entry after which it stands so; 0 before the first. */
  readonly seq: number;
  /** When that was, epoch ms; null before the first. */
  readonly at: number | null;
  readonly control: Control;
  /** Who may speak on the site's side: Sophie, an agent, or nobody for now. */
  readonly speaker: Author | null;
  readonly procedure: ReplayProcedure;
  /** The newest; null while there was none. */
  readonly handoff: ReplayHandoff | null;
  /** Soonest first. As far as the log tells: what an older server did not write down is not here. */
  readonly timers: readonly ReplayTimer[];
  /** What the visitor was told last about when an answer comes (N8). */
  readonly promise: ReplayPromise | null;
  /** What was promised before that, oldest first. */
  readonly earlierPromises: readonly ReplayPromise[];
  /** What the visitor was doing when that was logged last; null while it never was. */
  readonly visitor: VisitorActivity | null;
  /** How often in a row Sophie did not know. */
  readonly unknowns: number;
  /** Messages so far. */
  readonly said: { readonly visitor: number; readonly bot: number; readonly agent: number };
}

/** How every conversation begins. */
export const BEFORE_THE_FIRST: ReplayState = {
  seq: 0,
  at: null,
  control: "bot",
  speaker: { kind: "bot" },
  procedure: { state: "idle", trigger: null, open: [] },
  handoff: null,
  timers: [],
  promise: null,
  earlierPromises: [],
  visitor: null,
  unknowns: 0,
  said: { visitor: 0, bot: 0, agent: 0 },
};
