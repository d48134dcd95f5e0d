/** How an agent tried to reach a visitor outside the chat (R6, H66, H67). */
import * as z from "zod/mini";

export const AttemptKind = z.enum(["call", "mail"]);
export type AttemptKind = z.infer<typeof AttemptKind>;
