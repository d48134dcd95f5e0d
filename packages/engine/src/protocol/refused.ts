/** It is not done and nothing was changed. `id` is null when the refused frame had none that could be read. */
import * as z from "zod/mini";
import { SendId } from "../domain/id.ts";
import { Refusal } from "./refusal.ts";

export const Refused = z.object({
  type: z.literal("refused"),
  id: z.nullable(SendId),
  refusal: Refusal,
});
export type Refused = z.infer<typeof Refused>;
