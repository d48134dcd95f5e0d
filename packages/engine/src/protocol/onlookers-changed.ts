/** Which agents look at a conversation now, whoever has it. For agents only. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";
import { Onlooker } from "../domain/onlooker.ts";

export const OnlookersChanged = z.object({
  type: z.literal("onlookers-changed"),
  conversation: ConversationId,
  agents: z.array(Onlooker),
});
export type OnlookersChanged = z.infer<typeof OnlookersChanged>;
