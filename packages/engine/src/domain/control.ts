/** Who may speak in a conversation. One field; nothing gives it back to the bot by itself (catalogue R13, F19, F23). */
import * as z from "zod/mini";

export const CONTROLS = ["bot", "human_pending", "human", "survey", "closed"] as const;

export const Control = z.enum(CONTROLS);
export type Control = z.infer<typeof Control>;

/** Whether Sophie may say anything on her own. */
export function botMaySpeak(control: Control): boolean {
  return control === "bot" || control === "survey";
}
