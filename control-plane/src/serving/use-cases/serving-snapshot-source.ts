import type { SnapshotV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import { poolForRules } from "../domain/pool-for-rules.js";
import type { PoolRepository } from "../ports/pool-repository.port.js";

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Serving's own part of a snapshot, in a stable order. */
export const servingSnapshotSource =
  (pools: PoolRepository) =>
  async (ctx: Context): Promise<Pick<SnapshotV1, "pools" | "deployments">> => ({
    pools: (await pools.all(ctx)).map(poolForRules).sort(byId),
    deployments: [...(await pools.deployments(ctx, null))].sort(byId),
  });
