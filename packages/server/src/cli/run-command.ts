/** Reads a command line and runs what it names. */
import { detect } from "./detect.ts";
import { help } from "./help.ts";
import { invite } from "./invite.ts";
import { replay } from "./replay.ts";
import { serve } from "./serve.ts";
import type { ExitCode, Terminal } from "./terminal.ts";
import { version } from "./version.ts";

type Command = (words: readonly string[], terminal: Terminal) => ExitCode | Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  invite,
  detect,
  replay,
  help,
  version,
  "--help": help,
  "-h": help,
  "--version": version,
  "-v": version,
};

export async function runCommand(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = "help", ...rest] = words;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    terminal.complain(`There is no command "${name}". \`sophie help\` lists what there is.`);
    return 2;
  }
  try {
    return await command(rest, terminal);
  } catch (error) {
    terminal.complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
