/** `sophie help`: the commands, and the options with their defaults, from the same table that is read at start. */
import { OPTIONS } from "../options.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

const COMMANDS = `Sophie notices when a visitor should speak to a person, and gets a person there.

  sophie serve                 start the server; refuses unsafe settings
  sophie invite --role admin   print a one-time link that makes somebody a colleague
  sophie detect "text"         show what Sophie reads in a sentence, or in each line piped in; --json for programs
  sophie replay <conversation> play a conversation again from its log, step by step
  sophie version               which Sophie, on which Node
  sophie help                  this page

Roles are agent, supervisor, admin and analyst.

Options are environment variables; a few are flags too, such as \`sophie serve --port 8080\`:
`;

export function help(_words: readonly string[], { print }: Terminal): ExitCode {
  print(COMMANDS);
  for (const option of Object.values(OPTIONS)) {
    const flag = "flag" in option ? `, ${option.flag}` : "";
    const fallback = option.fallback === null || option.fallback === "" ? "not set" : option.fallback;
    print(
      `  ${option.variable}${flag}  (${fallback})\n      ${option.purpose}\n      Takes ${option.takes}.`,
    );
  }
  return 0;
}
