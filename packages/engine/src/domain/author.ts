/** Who said or did something. */
import * as z from "zod/mini";
import { AgentId } from "./id.ts";

export const AgentName = z.object({ id: AgentId, name: z.string() });
export type AgentName = z.infer<typeof AgentName>;

export const Author = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("visitor") }),
  z.object({ kind: z.literal("bot") }),
  z.object({ kind: z.literal("agent"), id: AgentId, name: z.string() }),
  z.object({ kind: z.literal("system") }),
]);
export type Author = z.infer<typeof Author>;
