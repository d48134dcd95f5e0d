/** A person whom an agent made a contact of (H68–H78). */
import * as z from "zod/mini";
import type { ContactId, HandoffId, SiteId, VisitorId } from "./id.ts";

const short = () => z.string().check(z.trim(), z.maxLength(200));

/** The fields of the form, each as the agent left it. At least a name, an address or a number must be there. */
export const ContactFields = z
  .object({
    firstName: short(),
    lastName: short(),
    email: short(),
    phone: short(),
    company: short(),
    notes: z.string().check(z.maxLength(10_000)),
  })
  .check(
    z.refine(
      (fields) =>
        [fields.firstName, fields.lastName, fields.email, fields.phone].some((field) => field !== ""),
      {
        error: "Fill in a name, an e-mail address or a phone number.",
      },
    ),
  );
export type ContactFields = z.infer<typeof ContactFields>;

export interface Contact extends ContactFields {
  readonly id: ContactId;
  readonly site: SiteId;
  readonly visitor: VisitorId;
  readonly handoff: HandoffId;
  readonly score: number;
  readonly createdAt: number;
}
