/** What the page says on which a conversation is played again. */
import type {
  LogEntry,
  NoticeEntry,
  ProcedureState,
  ReplayPromise,
  ReplayTimerKind,
  VisitorActivity,
} from "@sophie/engine";

export interface ReplayWords {
  readonly title: string;
  /** What leads there. */
  readonly link: string;
  readonly back: string;
  readonly steps: string;
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly last: string;
  readonly scrubber: string;
  at(seq: number, of: number): string;
  readonly start: string;
  readonly copyLink: string;
  readonly copyRedacted: string;
  readonly redactedHint: string;
  readonly gone: string;
  readonly goneText: string;
  readonly keys: string;
  readonly state: string;
  readonly control: string;
  readonly speaker: string;
  readonly nobody: string;
  readonly procedure: string;
  readonly idle: string;
  readonly over: string;
  readonly stage: Readonly<Record<ProcedureState, string>>;
  open(keys: string): string;
  readonly handoff: string;
  readonly none: string;
  routed(queue: string, rule: string): string;
  readonly noQueue: string;
  readonly noRule: string;
  readonly timers: string;
  readonly timer: Readonly<Record<ReplayTimerKind, string>>;
  readonly promise: string;
  readonly promised: Readonly<Record<ReplayPromise["state"], string>>;
  by(moment: string): string;
  readonly visitor: string;
  readonly activity: Readonly<Record<VisitorActivity, string>>;
  readonly notLogged: string;
  readonly changes: string;
  readonly noChanges: string;
  readonly fingerprint: string;
  readonly fingerprintHint: string;
  readonly kind: Readonly<Record<Exclude<LogEntry["kind"], "message" | "control" | "handoff">, string>>;
  readonly notice: Readonly<Record<NoticeEntry["notice"], string>>;
  readonly helpful: string;
  readonly unhelpful: string;
  readonly declined: string;
}
