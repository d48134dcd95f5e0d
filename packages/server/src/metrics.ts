/** The figures that `/metrics` shows. No label ever holds anything personal. */
import { Counter, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  readonly registry: Registry;
  readonly connections: Gauge<"kind">;
  readonly refused: Counter<"code">;
  readonly closed: Counter<"code">;
  readonly changes: Counter<"result">;
  /** From taking a change to its commit, in seconds. */
  readonly commitSeconds: Histogram;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    connections: new Gauge({
      name: "sophie_connections",
      help: "Open sockets, by kind.",
      labelNames: ["kind"],
      registers,
    }),
    refused: new Counter({
      name: "sophie_refusals_total",
      help: "Messages that were refused, by code.",
      labelNames: ["code"],
      registers,
    }),
    closed: new Counter({
      name: "sophie_sockets_closed_total",
      help: "Sockets that the server closed, by close code.",
      labelNames: ["code"],
      registers,
    }),
    changes: new Counter({
      name: "sophie_changes_total",
      help: "Changes to conversations: saved, repeated or refused.",
      labelNames: ["result"],
      registers,
    }),
    commitSeconds: new Histogram({
      name: "sophie_commit_seconds",
      help: "From taking a change to its commit.",
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers,
    }),
  };
}
