/** What each engine lends to the contract: empty tables, a clock that the test sets, and as many processes as it wants. */
import type { Storage } from "../storage.ts";

export interface ContractStore {
  readonly storage: Storage;
  /** A second storage on the same tables, as another process has it. */
  readonly neighbour: Storage;
  /** Epoch ms; what both take for now. */
  readonly clock: { nowMs: number };
  close(): Promise<void>;
}

/** Opens both on tables that nobody has used. */
export type OpenContractStore = () => Promise<ContractStore>;
