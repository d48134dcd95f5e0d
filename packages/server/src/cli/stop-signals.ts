/** Ctrl+C and `kill`: the first asks to stop, in order and in bounded time; the second does not ask. */
import type { ExitCode } from "./terminal.ts";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Waits for a signal, then stops. 0 when that went well; rejects if it did not.
 * A second signal, or more than `limitMs`, ends the process at once with 1.
 */
export async function untilToldToStop(stop: () => Promise<void>, limitMs: number): Promise<ExitCode> {
  await firstSignal();
  for (const signal of SIGNALS) process.on(signal, giveUp);
  const late = setTimeout(giveUp, limitMs);
  try {
    await stop();
    return 0;
  } finally {
    clearTimeout(late);
    for (const signal of SIGNALS) process.off(signal, giveUp);
  }
}

function giveUp(): never {
  process.exit(1);
}

function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    const onSignal = (): void => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}
