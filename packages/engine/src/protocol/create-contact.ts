/** Make a contact of the visitor and complete the handoff, both or neither (R10, H75). */
import * as z from "zod/mini";
import { ContactFields } from "../domain/contact.ts";
import { HandoffId, SendId } from "../domain/id.ts";

export const CreateContact = z.object({
  type: z.literal("create-contact"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  fields: ContactFields,
});
export type CreateContact = z.infer<typeof CreateContact>;
