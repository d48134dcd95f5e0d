/** `sophie detect "…"`: what Sophie reads in a sentence, for whoever wonders why she did or did not hand over. */
import { detectCommand } from "../detect-command.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

export function detect(words: readonly string[], { print, complain }: Terminal): ExitCode {
  const text = words.join(" ").trim();
  if (text === "") {
    complain('Say what to look at, for example: sophie detect "Kan ik het huis bezichtigen?"');
    return 2;
  }
  print(detectCommand(text));
  return 0;
}
