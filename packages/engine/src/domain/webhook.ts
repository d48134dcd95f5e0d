/** Where a site tells other programs what happens to its handoffs and contacts, and which of it (F22). */
import * as z from "zod/mini";

export const WEBHOOK_EVENTS = [
  "handoff.created",
  "handoff.assigned",
  "handoff.started",
  "handoff.released",
  "handoff.completed",
  "handoff.cancelled",
  "handoff.reopened",
  "handoff.breached",
  "contact.created",
] as const;

export const WebhookEvent = z.enum(WEBHOOK_EVENTS);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

export const WebhookSettings = z.object({
  url: z.string().check(z.maxLength(2_000)),
  events: z.array(WebhookEvent).check(z.minLength(1), z.maxLength(WEBHOOK_EVENTS.length)),
  isOn: z.boolean(),
});
export type WebhookSettings = z.infer<typeof WebhookSettings>;

/** `dead`: the schedule is used up, or nothing that comes later could change the answer. Replaying begins it anew. */
export const DeliveryStatus = z.enum(["pending", "delivered", "dead"]);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

/** One event on its way to the receiver, as the delivery log shows it. */
export const WebhookDelivery = z.object({
  id: z.string(),
  event: WebhookEvent,
  /** When it happened; epoch ms. */
  at: z.int(),
  status: DeliveryStatus,
  tries: z.int(),
  /** When it is tried next; of no meaning once it is delivered or dead. */
  nextAt: z.int(),
  /** The HTTP status of the last answer; null when there was none. */
  response: z.nullable(z.int()),
  /** Why the last try failed, in a word for programs; null if it did not. */
  fault: z.nullable(z.string()),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;
