/** What a command of the terminal gets to work with, so that a test can be its terminal. */

export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What was asked for; a line without its end. */
  readonly print: (line: string) => void;
  /** What went wrong. */
  readonly complain: (line: string) => void;
  /** What is piped in, line by line; null where a person sits at the keyboard. */
  readonly lines: () => AsyncIterable<string> | null;
}

/** The process's exit code. */
export type ExitCode = 0 | 1 | 2;
