import { z } from "zod";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Pool } from "../domain/pool.js";
import { poolForRules } from "../domain/pool-for-rules.js";
import type { ServingPorts } from "../ports/serving-ports.js";
import { allowedByRules } from "./rules-of-pools.js";

const input = z.object({
  poolId: z.string().min(1).max(64),
  active: z.boolean(),
  reason: z.string().trim().min(3).max(2000),
});
export type SetPoolActivityInput = z.infer<typeof input>;
type Ports = Pick<ServingPorts, "pools" | "organisations" | "rules">;

export interface Loaded {
  readonly pool: Pool;
  readonly organisationId: string;
}

/** Opens a pool to requests, unless a rule says no, or takes it out; what runs in it ends in peace. */
export const setPoolActivity = (ports: Ports): UseCase<SetPoolActivityInput, Loaded, Pool> => ({
  name: "serving.set-pool-activity",
  action: "manage",
  input: zodSchema(input),
  async load(ctx, { poolId }) {
    const pool = await ports.pools.find(ctx, poolId);
    if (pool === null) return refuse(notFound("pool", poolId));
    const organisationId = await ports.organisations.rootId(ctx);
    return ok({ subject: { name: "Pool", id: pool.id, organisationId }, loaded: { pool, organisationId } });
  },
  async handle(ctx, { active, reason }, { pool, organisationId }) {
    if (pool.active === active)
      return refuse(conflict("pool.unchanged", `The pool is ${active ? "active" : "inactive"} already.`));
    const changed = { ...pool, active };
    const question = { subject: "pool", pool: poolForRules(changed) } as const;
    const allowed = active ? await allowedByRules(ports, ctx, "pool.rule_refused", question) : ok(true);
    if (!allowed.ok) return allowed;
    await ports.pools.save(ctx, changed);
    const data = { slug: pool.slug, active, reason };
    return ok({ value: changed, event: { organisationId, subjectType: "Pool", subjectId: pool.id, data } });
  },
});
