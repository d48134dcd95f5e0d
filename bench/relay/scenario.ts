/** What every relay is measured with: 200 visitors and 20 agents in a closed loop, each agent answering ten visitors. */

export const VISITORS = 200;
export const AGENTS = 20;
/** 80 characters, as a visitor's short message has. */
export const TEXT = "Kan ik het huis aan de Dorpstraat zaterdagmiddag om drie uur komen bezichtigen? ";
export const WARM_UP_MS = 1_500;
export const MEASURE_MS = 4_000;

/** One relay, connected and ready: the loop runs from `start` until `stop`. */
export interface Crowd {
  /** Round trips so far: a visitor's message has reached its agent, and the answer has come back. */
  readonly roundTrips: number;
  start(): void;
  stop(): Promise<void>;
}
