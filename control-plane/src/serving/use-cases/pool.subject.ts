import { z } from "zod";
import { notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, Subject } from "../../kernel/use-case.js";
import type { Pool } from "../domain/pool.js";
import type { ServingPorts } from "../ports/serving-ports.js";

export const idAndReason = z.object({ id: z.string().min(1).max(64), reason: z.string().trim().min(3).max(2000) });
export type IdAndReason = z.infer<typeof idAndReason>;

export interface LoadedPool {
  readonly pool: Pool;
  /** The State: pools belong to no ministry. */
  readonly organisationId: string;
}

/** A pool as authorisation looks at it; whoever said the veto that stands counts as its author. */
export async function loadPool(
  { pools, organisations }: Pick<ServingPorts, "pools" | "organisations">,
  ctx: Context,
  id: string,
): Promise<Result<{ readonly subject: Subject; readonly loaded: LoadedPool }>> {
  const pool = await pools.find(ctx, id);
  if (pool === null) return refuse(notFound("pool", id));
  const organisationId = await organisations.rootId(ctx);
  const author = pool.veto === null ? {} : { declaredBy: pool.veto.by };
  return ok({ subject: { name: "Pool", id: pool.id, organisationId, ...author }, loaded: { pool, organisationId } });
}
