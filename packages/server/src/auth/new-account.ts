/** What a new colleague fills in, and what is wrong with it, field by field. */
import * as z from "zod";

export const PASSWORD_CHARS = { least: 10, most: 128 } as const;
const NAME_CHARS_MAX = 80;

export const NewAccount = z.object({
  name: z.string().trim().min(1).max(NAME_CHARS_MAX),
  email: z.string().trim().toLowerCase().pipe(z.email()),
  password: z.string().min(PASSWORD_CHARS.least).max(PASSWORD_CHARS.most),
});
export type NewAccount = z.infer<typeof NewAccount>;

/** What a person reads below the field. */
export const FIELD_SENTENCES: Readonly<Record<keyof NewAccount, string>> = {
  name: `Fill in a name of at most ${NAME_CHARS_MAX} characters.`,
  email: "Fill in an e-mail address, such as ana@example.org.",
  password: `Choose a password of ${PASSWORD_CHARS.least} to ${PASSWORD_CHARS.most} characters.`,
};
