/** Sophie was paused or goes on, while this page is open (S5). */
import * as z from "zod/mini";
import { BotState } from "../domain/bot-state.ts";

export const BotChanged = z.object({ type: z.literal("bot-changed"), bot: BotState });
export type BotChanged = z.infer<typeof BotChanged>;
