/** Allow, or stop allowing, that behaviour is recorded. Withdrawn, everything recorded of this visitor is deleted. */
import * as z from "zod/mini";
import { SendId } from "../domain/id.ts";

export const SetConsent = z.object({
  type: z.literal("set-consent"),
  id: SendId,
  given: z.boolean(),
});
export type SetConsent = z.infer<typeof SetConsent>;
