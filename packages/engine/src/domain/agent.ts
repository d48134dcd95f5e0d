/** Somebody who works at the desk. */
import * as z from "zod/mini";
import { AgentId } from "./id.ts";
import { Role } from "./role.ts";

export const Presence = z.enum(["online", "away", "offline"]);
export type Presence = z.infer<typeof Presence>;

export const Agent = z.object({
  id: AgentId,
  name: z.string(),
  role: Role,
  presence: Presence,
});
export type Agent = z.infer<typeof Agent>;
