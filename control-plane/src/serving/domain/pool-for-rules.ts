import type { PoolV1 } from "@socle/contracts";
import type { Pool } from "./pool.js";

/** A pool as schedulers and rules see it. */
export const poolForRules = (pool: Pool): PoolV1 => {
  const { id, slug, name, gpuClass, gpuCount, acceptedLabels, active, hosting, standing } = pool;
  return { id, slug, name, gpuClass, gpuCount, acceptedLabels, active, hosting, standing };
};
