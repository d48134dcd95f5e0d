/** Sends announcements in order, those of one turn in one statement: each NOTIFY takes a lock that all commits share. */
import type { Pool } from "pg";
import { encodeAnnouncement } from "./notices.ts";
import { notify } from "./statements.ts";

interface Waiting {
  readonly payload: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface Announcer {
  announce(text: string): Promise<void>;
}

export function createAnnouncer(pool: Pool, sender: string): Announcer {
  let waiting: Waiting[] = [];
  let isBusy = false;

  async function send(): Promise<void> {
    const now = waiting;
    waiting = [];
    try {
      await pool.query(notify(now.map(({ payload }) => payload)));
      for (const { resolve } of now) resolve();
    } catch (error) {
      for (const { reject } of now) reject(error);
    }
    isBusy = false;
    if (waiting.length > 0) schedule();
  }

  function schedule(): void {
    if (isBusy) return;
    isBusy = true;
    setImmediate(() => void send());
  }

  return {
    async announce(text) {
      const payload = encodeAnnouncement(sender, text);
      await new Promise<void>((resolve, reject) => {
        waiting.push({ payload, resolve, reject });
        schedule();
      });
    },
  };
}
