/** Another way to reach the site's people, offered in the order in which the site lists them (T20, T23). */
import * as z from "zod/mini";
import { LocalText } from "./local-text.ts";

const label = { label: LocalText };
const phone = () => z.string().check(z.regex(/^\+[1-9]\d{6,14}$/));
/** Light, since it also travels to visitors' pages; the server looks closer before it saves one. */
const mailAddress = () => z.string().check(z.regex(/^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/), z.maxLength(254));

export const ContactChannel = z.discriminatedUnion("kind", [
  /** E.164, such as `+31201234567`. */
  z.object({ kind: z.literal("phone"), number: phone(), ...label }),
  z.object({ kind: z.literal("whatsapp"), number: phone(), ...label }),
  z.object({ kind: z.literal("mail"), address: mailAddress(), ...label }),
  /** Only `https:`. */
  z.object({
    kind: z.literal("link"),
    url: z.string().check(z.regex(/^https:\/\/[^\s"'<>\\]+$/), z.maxLength(2_000)),
    ...label,
  }),
  /** The visitor leaves a number and is called back. */
  z.object({ kind: z.literal("callback"), ...label }),
]);
export type ContactChannel = z.infer<typeof ContactChannel>;
