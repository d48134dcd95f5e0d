/** What a lead has said about itself, field by field; null for what it has not. Nothing here is guessed. */
import * as z from "zod/mini";

const short = () => z.nullable(z.string().check(z.maxLength(200)));

export const LeadFields = z.object({
  email: short(),
  phone: short(),
  name: short(),
  /** In the site's currency. */
  budget: z.nullable(z.number().check(z.nonnegative())),
  timeFrameMonths: z.nullable(z.number().check(z.nonnegative())),
  region: short(),
  /** Role or company, on business sites. */
  role: short(),
  /** Said to be only looking. */
  isOnlyLooking: z.boolean(),
});
export type LeadFields = z.infer<typeof LeadFields>;

/** An anonymous visitor. */
export const NO_FIELDS: LeadFields = {
  email: null,
  phone: null,
  name: null,
  budget: null,
  timeFrameMonths: null,
  region: null,
  role: null,
  isOnlyLooking: false,
};
