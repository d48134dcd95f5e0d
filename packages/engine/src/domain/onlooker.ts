/** An agent who has a conversation open, and whether they write an answer in it. */
import * as z from "zod/mini";
import { AgentName } from "./author.ts";

export const Onlooker = z.extend(AgentName, { isWriting: z.boolean() });
export type Onlooker = z.infer<typeof Onlooker>;
