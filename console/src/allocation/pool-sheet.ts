import type { PoolData } from "../generated/operations";

/** A pool as its page shows it, without its live figures. */
export type PoolSheet = NonNullable<PoolData["pool"]>;
