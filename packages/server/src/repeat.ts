/** Does something again and again, one at a time and a while apart, until it is stopped. Keeps no process alive. */

export interface Repetition {
  /** Begins nothing any more, and waits for what is under way. */
  stop(): Promise<void>;
}

export interface RepeatOptions {
  /** From the end of one to the beginning of the next. */
  readonly everyMs: number;
  /** `isStopped` says whether it is better to leave the rest. */
  readonly task: (isStopped: () => boolean) => Promise<void>;
}

export function repeat({ everyMs, task }: RepeatOptions): Repetition {
  let hasStopped = false;
  let running: Promise<void> = Promise.resolve();
  let next: NodeJS.Timeout | undefined;

  function plan(): void {
    if (hasStopped) return;
    next = setTimeout(() => {
      running = task(() => hasStopped).finally(plan);
    }, everyMs);
    next.unref();
  }

  plan();
  return {
    async stop() {
      hasStopped = true;
      clearTimeout(next);
      await running;
    },
  };
}
