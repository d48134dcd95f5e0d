/** Counts attempts that may be guesses: a bucket for each address and each account, which refills with time (Q20). */

export interface AttemptRate {
  /** Attempts at once. */
  readonly burst: number;
  /** Then one more each time this passes. */
  readonly refillMs: number;
}

/** Enough for an office behind one address; a guesser gets 8,640 a day out of it. */
export const PER_ADDRESS: AttemptRate = { burst: 30, refillMs: 10_000 };
/** For one account from one address: enough for somebody who tries every password they have; a guesser gets 2,880 a day. */
export const PER_ACCOUNT_AND_ADDRESS: AttemptRate = { burst: 8, refillMs: 30_000 };
/** For one account from anywhere. Loose, because whoever knows an e-mail address could else lock its owner out. */
export const PER_ACCOUNT: AttemptRate = { burst: 200, refillMs: 5_000 };

/** Keys remembered at one time, so that a flood of made-up ones fills no memory. */
const KEYS_MAX = 20_000;

export interface Attempts {
  /** Takes one. 0 if it was free, else how many ms until one is. */
  take(key: string): number;
  /** Gives everything back: the one who tried knew the answer. */
  forget(key: string): void;
}

export function createAttempts({ burst, refillMs }: AttemptRate, now: () => number): Attempts {
  /** When the bucket of a key will be full again, epoch ms; oldest attempt first. */
  const fullAt = new Map<string, number>();
  const windowMs = (burst - 1) * refillMs;

  return {
    take(key) {
      const at = now();
      const known = Math.max(fullAt.get(key) ?? at, at);
      const waitMs = known - at - windowMs;
      if (waitMs > 0) return waitMs;
      fullAt.delete(key);
      fullAt.set(key, known + refillMs);
      if (fullAt.size > KEYS_MAX) dropOldest(fullAt);
      return 0;
    },
    forget(key) {
      fullAt.delete(key);
    },
  };
}

function dropOldest(map: Map<string, number>): void {
  for (const key of map.keys()) {
    map.delete(key);
    return;
  }
}
