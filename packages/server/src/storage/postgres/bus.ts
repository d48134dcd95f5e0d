/**
 * The bus between processes: one connection that LISTENs. A notice can be lost only while the line is down, and then
 * what changed meanwhile is read from the tables and told again, so a listener hears of everything, some of it twice.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import type { RemoteChange } from "../storage.ts";
import { CHANNEL, decodeNotice } from "./notices.ts";

const HEARTBEAT_MS = 5_000;
const RECONNECT_MS = [100, 300, 1_000, 3_000] as const;
/**
 * How much further back than the loss itself is read: a commit that was under way, and clocks of two machines that
 * do not agree. Machines whose clocks are further apart than this must not share a database.
 */
const OVERLAP_MS = 60_000;

export interface BusOptions {
  /** A new connection, not connected yet. */
  readonly connection: () => Client;
  /** Notices of this sender are our own and ignored. */
  readonly sender: string;
  readonly now: () => number;
  readonly changedSince: (since: number) => Promise<readonly RemoteChange[]>;
}

export interface Bus {
  onRemoteChange(listener: (changes: readonly RemoteChange[]) => void): () => void;
  onAnnouncement(listener: (text: string) => void): () => void;
  close(): Promise<void>;
}

/** Resolves when it listens; rejects if it cannot at first. */
export async function openBus({ connection, sender, now, changedSince }: BusOptions): Promise<Bus> {
  const changeListeners = new Set<(changes: readonly RemoteChange[]) => void>();
  const announcementListeners = new Set<(text: string) => void>();
  const closing = new AbortController();

  function hear(payload: string | undefined): void {
    const notice = payload === undefined ? null : decodeNotice(payload);
    if (notice === null || notice.sender === sender) return;
    if (notice.kind === "changes") for (const listener of changeListeners) listener(notice.changes);
    else for (const listener of announcementListeners) listener(notice.text);
  }

  async function listen(): Promise<Client> {
    const client = connection();
    // What broke the line is seen by `watch`; without a listener Node would end the process.
    client.on("error", () => {});
    client.on("notification", ({ payload }) => hear(payload));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    return client;
  }

  /** Goes on until closed: beats, and connects again when a beat is not answered. */
  async function watch(first: Client): Promise<void> {
    let client: Client | null = first;
    let heardAt = now();
    let failures = 0;
    while (!closing.signal.aborted) {
      try {
        if (client === null) {
          const next = await listen();
          client = next;
          const missed = await changedSince(heardAt - OVERLAP_MS);
          if (missed.length > 0) for (const listener of changeListeners) listener(missed);
        }
        await client.query("select 1");
        heardAt = now();
        failures = 0;
        await lineBreakOr(client, HEARTBEAT_MS, closing.signal);
      } catch {
        void client?.end().catch(() => {});
        client = null;
        const pauseMs = RECONNECT_MS[Math.min(failures, RECONNECT_MS.length - 1)];
        failures += 1;
        await sleep(pauseMs, null, { signal: closing.signal }).catch(() => {});
      }
    }
    await client?.end().catch(() => {});
  }

  const watching = watch(await listen());
  return {
    onRemoteChange: (listener) => add(changeListeners, listener),
    onAnnouncement: (listener) => add(announcementListeners, listener),
    async close() {
      closing.abort();
      await watching;
    },
  };
}

function add<L>(listeners: Set<L>, listener: L): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Resolves after `ms` or when `signal` says to stop; rejects as soon as the line breaks. */
async function lineBreakOr(client: Client, ms: number, signal: AbortSignal): Promise<void> {
  const pause = new AbortController();
  const broken = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error("The connection to PostgreSQL broke."));
    client.once("end", fail);
    pause.signal.addEventListener("abort", () => client.off("end", fail), { once: true });
  });
  const stopped = AbortSignal.any([signal, pause.signal]);
  try {
    await Promise.race([broken, sleep(ms, null, { signal: stopped }).catch(() => null)]);
  } finally {
    pause.abort();
  }
}
