/** It is done and durable. A repeated send gets the same answer as the first. */
import * as z from "zod/mini";
import { SendId } from "../domain/id.ts";

export const Accepted = z.object({
  type: z.literal("accepted"),
  id: SendId,
  /** Where it stands in the conversation's log; null for what is not in one. */
  seq: z.nullable(z.int()),
});
export type Accepted = z.infer<typeof Accepted>;
