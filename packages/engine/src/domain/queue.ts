/** Where handoffs wait for the people who take them: whose they are, during which hours, and how soon they are answered. */
import * as z from "zod/mini";
import { AgentId } from "./id.ts";
import { RequiredField } from "./required-field.ts";

export const QueueId = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9_-]{0,59}$/))
  .brand<"QueueId">();
export type QueueId = z.infer<typeof QueueId>;

/** Whether a due time counts the hours of the calendar only, or all hours (R7). */
export const SlaClock = z.enum(["business", "wall"]);
export type SlaClock = z.infer<typeof SlaClock>;

const minutes = () => z.int().check(z.minimum(1), z.maximum(60 * 24 * 30));

export const SlaTargets = z.object({
  clock: SlaClock,
  /** Minutes to the first response, by priority (H35–H38). */
  minutes: z.object({ urgent: minutes(), high: minutes(), normal: minutes(), low: minutes() }),
  /** What stops the clock: an answer, or only the beginning (R6). */
  stopOn: z.enum(["first_response", "in_progress"]),
});
export type SlaTargets = z.infer<typeof SlaTargets>;

/** Less would take a handoff away from somebody who is only on the telephone (T11). */
export const OVERFLOW_MIN_SECONDS = 600;

/** How a handoff that its agent does not open goes on to the next one (T1–T6). */
export const OverflowPolicy = z.object({
  /** How long it may stay unopened, in open hours. Refused below ten minutes. */
  afterSeconds: z.int().check(z.minimum(1), z.maximum(7 * 24 * 60 * 60)),
  /** How often it goes on at most. */
  hopsMax: z.int().check(z.minimum(1), z.maximum(20)),
  /** Who never gets it back by itself: the first who had it, or everybody who did (R20). */
  exclude: z.enum(["first", "all_previous"]),
  /** Whose people come next, once everybody of this queue has had it. */
  nextQueues: z.array(QueueId).check(z.maxLength(10)),
  /** What comes while the queue is closed: it never goes on, or its time begins at the opening (R23). */
  offHours: z.enum(["never", "start_at_opening"]),
});
export type OverflowPolicy = z.infer<typeof OverflowPolicy>;

export const Queue = z.object({
  id: QueueId,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  /** For reports, and for customers' questions (T17, T32). */
  type: z.enum(["sales", "service"]),
  /** The id of its calendar; null for always open. */
  calendar: z.nullable(z.string()),
  /** Who may get its handoffs; null for everybody who works for the site. */
  members: z.nullable(z.array(AgentId).check(z.maxLength(1_000))),
  required: z.array(RequiredField).check(z.maxLength(5)),
  sla: SlaTargets,
  /** Absent: what somebody has stays with them. */
  overflow: z.optional(OverflowPolicy),
});
export type Queue = z.infer<typeof Queue>;
