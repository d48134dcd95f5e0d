/** What every socket shares: the commands' world, the hub that tells, and the bounds. */
import type { Metrics } from "../metrics.ts";
import type { WaitingPlaces } from "../commands/waiting-places.ts";
import type { World } from "../commands/world.ts";
import type { Hub } from "../hub/hub.ts";
import type { Answering } from "./answering.ts";
import type { Rate } from "./budget.ts";
import type { Newcomers } from "./newcomers.ts";

export interface SocketWorld {
  readonly world: World;
  readonly hub: Hub;
  readonly metrics: Metrics;
  readonly visitorRate: Rate;
  readonly agentRate: Rate;
  /** Null where no language model is configured. */
  readonly answering: Answering | null;
  readonly newcomers: Newcomers;
  readonly places: WaitingPlaces;
  readonly now: () => number;
  /** A command failed for no fault of the client's. */
  readonly onFault: (what: string, error: unknown) => void;
}
