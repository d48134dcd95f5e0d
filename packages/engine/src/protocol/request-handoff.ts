/**
 * Ask for a person. With source `text` the server looks for the signal in the named message itself and refuses if it
 * is not there; with source `button` the visitor pressed something. While a handoff of the conversation is open,
 * asking again changes nothing but what it brings of `info`, and is accepted.
 */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";
import { ProcedureTrigger } from "../domain/trigger.ts";

export const RequestHandoff = z.object({
  type: z.literal("request-handoff"),
  id: SendId,
  conversation: ConversationId,
  trigger: ProcedureTrigger,
  source: z.enum(["text", "button"]),
  /** The message that did it; null only for a button. */
  message: z.nullable(SendId),
  /** What the visitor gave of what the queue's people need to know, by the field's key (F10). What is wrong counts as not given. */
  info: z.optional(z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(200)))),
});
export type RequestHandoff = z.infer<typeof RequestHandoff>;
