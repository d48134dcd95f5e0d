/** Make a contact of the visitor and complete the handoff, both or neither (R10, H75). */
import * as z from "zod/mini";
import { ContactFields } from "../domain/contact.ts";
import { ContactId, HandoffId, SendId } from "../domain/id.ts";

export const CreateContact = z.object({
  type: z.literal("create-contact"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  fields: ContactFields,
  /** What to do where the site has contacts with this e-mail address: join one of them, or make another. Absent: ask (H74). */
  same: z.optional(z.union([z.literal("new"), z.object({ join: ContactId })])),
});
export type CreateContact = z.infer<typeof CreateContact>;
