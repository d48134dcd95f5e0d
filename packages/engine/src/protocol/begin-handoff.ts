/**
 * A person is wanted, and the visitor may be asked for something first (F10). The server looks for the signal as it does
 * for `request-handoff`, writes down what is still to be asked, and waits for `request-handoff` under the id `request`,
 * but not for ever: what nobody sends it makes itself. If nothing is to be asked, the handoff is made at once.
 */
import * as z from "zod/mini";
import { SendId } from "../domain/id.ts";
import { RequestHandoff } from "./request-handoff.ts";

const { id, conversation, trigger, source, message } = RequestHandoff.shape;

export const BeginHandoff = z.object({
  type: z.literal("begin-handoff"),
  id,
  conversation,
  trigger,
  source,
  message,
  request: SendId,
});
export type BeginHandoff = z.infer<typeof BeginHandoff>;
