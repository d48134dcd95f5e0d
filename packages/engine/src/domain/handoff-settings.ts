/** How and when a site hands conversations to people: one document, saved as a whole, with a version (S1). */
import * as z from "zod/mini";
import { Calendar } from "./calendar.ts";
import { ContactChannel } from "./contact-channel.ts";
import { CustomTrigger } from "./custom-trigger.ts";
import { DetectionThresholds } from "./detection-thresholds.ts";
import { LocalText } from "./local-text.ts";
import { Queue, type QueueId } from "./queue.ts";
import { Channel, Destination, RoutingRule } from "./routing-rule.ts";

/** How Sophie addresses visitors, in the languages that make a difference: u or je, Sie or du, vous or tu. */
export const Address = z.enum(["formal", "informal"]);
export type Address = z.infer<typeof Address>;

export const HandoffSettings = z.object({
  /** Raised by one with each save; a save names the version that it was made on. */
  version: z.int().check(z.nonnegative()),
  /** A paused bot hands every conversation over and begins none (S5). */
  paused: z.boolean(),
  address: Address,
  signals: z.object({
    demo_request: z.boolean(),
    price_question: z.boolean(),
    human_request: z.boolean(),
    hot_lead: z.boolean(),
  }),
  /** Of signals whose confidence counts from elsewhere than the model has it; absent for none (N4). */
  thresholds: z.optional(DetectionThresholds),
  triggers: z.array(CustomTrigger).check(z.maxLength(200)),
  /** After so many answers in a row that Sophie did not have, she offers a person (F6). */
  unknownLimit: z.int().check(z.minimum(1), z.maximum(5)),
  /** Whether visitors are asked if an answer helped; a no offers a person (F7). */
  asksFeedback: z.boolean(),
  calendars: z.array(Calendar).check(z.maxLength(50)),
  queues: z.array(Queue).check(z.minLength(1), z.maxLength(100)),
  /** In order; the first that matches decides. */
  rules: z.array(RoutingRule).check(z.maxLength(200)),
  /** Where a handoff goes that no rule matches; null: nowhere, and `onUnassigned` says what becomes of the chat (R18). */
  otherwise: z.nullable(Destination),
  onUnassigned: z.enum(["keep_open", "close"]),
  /**
   * What visitors read when a person is asked for: exactly one of the three (S17, S18). `{time}` in `unavailable` is
   * replaced by when the queue opens next.
   */
  messages: z.object({ available: LocalText, unavailable: LocalText, unassigned: LocalText }),
  channels: z.array(ContactChannel).check(z.maxLength(10)),
  /** Where nobody answers, neither Sophie nor a person: visitors are told once a day how to reach somebody (T22). */
  noReply: z.optional(
    z.object({
      /** Paths such as `/jobs`; a `*` at the end stands for whatever follows. */
      pages: z.array(z.string().check(z.regex(/^(?:\/.*)?$/), z.maxLength(500))).check(z.maxLength(50)),
      channels: z.array(Channel).check(z.maxLength(10)),
      /** In place of Sophie's own words. */
      message: LocalText,
    }),
  ),
  /** Whether agents may end a conversation with a short survey (F24). */
  survey: z.boolean(),
});
export type HandoffSettings = z.infer<typeof HandoffSettings>;

/** A site that never changed anything: one queue, always open, claimed by hand. */
export const DEFAULT_HANDOFF_SETTINGS: HandoffSettings = {
  version: 0,
  paused: false,
  address: "formal",
  signals: { demo_request: true, price_question: true, human_request: true, hot_lead: true },
  triggers: [],
  unknownLimit: 2,
  asksFeedback: true,
  calendars: [],
  queues: [
    {
      id: "general" as QueueId,
      name: "Algemeen",
      type: "sales",
      calendar: null,
      members: null,
      required: [],
      sla: {
        clock: "business",
        minutes: { urgent: 15, high: 60, normal: 240, low: 1_440 },
        stopOn: "first_response",
      },
    },
  ],
  rules: [],
  otherwise: { queue: "general" as QueueId, mode: "live", assign: { kind: "claim" } },
  onUnassigned: "keep_open",
  messages: { available: {}, unavailable: {}, unassigned: {} },
  channels: [],
  survey: true,
};
