/** The answer to an agent's hello: who it is, and everything that is open, so that the desk starts whole. */
import * as z from "zod/mini";
import { Agent } from "../domain/agent.ts";
import { Conversation } from "../domain/conversation.ts";
import { Handoff } from "../domain/handoff.ts";
import { SiteId } from "../domain/id.ts";
import { Language } from "../domain/language.ts";

export const AgentWelcome = z.object({
  type: z.literal("agent-welcome"),
  protocol: z.int(),
  agent: Agent,
  sites: z.array(
    z.object({
      id: SiteId,
      name: z.string(),
      /** Says where telephone numbers without a country code are from. */
      language: z.optional(Language),
      /** Whether agents may end a conversation with a survey there (F24). */
      survey: z.optional(z.boolean()),
    }),
  ),
  /** Every handoff that is not over, in no particular order; of a flooded queue those that changed last. */
  handoffs: z.array(Handoff),
  /** How many that are not over were too many to be among them. */
  handoffsBeyond: z.optional(z.int()),
  /** Conversations that the bot has and that were active in the last half hour. */
  conversations: z.array(Conversation),
  agents: z.array(Agent),
  /** Server time, epoch ms. */
  now: z.int(),
});
export type AgentWelcome = z.infer<typeof AgentWelcome>;
