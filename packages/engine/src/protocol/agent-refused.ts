/** A refusal to an agent, who may be told how the handoff stands. Visitors never see one, so their bundle does not know its schema. */
import * as z from "zod/mini";
import { ComposerLease } from "../domain/composer-lease.ts";
import { ContactCard } from "../domain/contact.ts";
import { Handoff } from "../domain/handoff.ts";
import { Refusal } from "./refusal.ts";
import { Refused } from "./refused.ts";

export const AgentRefused = z.extend(Refused, {
  refusal: z.extend(Refusal, {
    handoff: z.optional(Handoff),
    composer: z.optional(ComposerLease),
    contacts: z.optional(z.array(ContactCard)),
  }),
});
export type AgentRefused = z.infer<typeof AgentRefused>;
