/** Whether Sophie answers here at this moment. */
import * as z from "zod/mini";

/**
 * `paused`: everybody is for a person (S5). `no_reply`: nobody answers on this page, neither she nor a person; the
 * visitor is told where somebody does (T22).
 */
export const BotState = z.enum(["answers", "paused", "no_reply"]);
export type BotState = z.infer<typeof BotState>;
