import type { PoolId } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { ShareRow } from "../domain/share-exchange.js";

/** What each replica last reported of a pool, for the exchange between replicas. */
export interface PoolShareStore {
  /** Rows of a pool; nobody else opens it until the transaction ends. Pools are opened in the order of their ids. */
  open(ctx: Context, poolId: PoolId): Promise<readonly ShareRow[]>;
  /** Replaces the replica's row and forgets those of replicas that are gone. */
  save(ctx: Context, poolId: PoolId, row: ShareRow, gone: readonly string[]): Promise<void>;
}
