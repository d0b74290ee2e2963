import { z } from "zod";
import { conflict } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Pool } from "../domain/pool.js";
import type { ServingPorts } from "../ports/serving-ports.js";
import { idAndReason, loadPool, type LoadedPool } from "./pool.subject.js";
import { mayOpen } from "./rules-of-pools.js";

const input = idAndReason.extend({ active: z.boolean() });
export type SetPoolActivityInput = z.infer<typeof input>;
type Ports = Pick<ServingPorts, "pools" | "organisations" | "rules">;

/** Opens a pool to requests, unless the compliance cell or a rule says no, or takes it out; what runs in it ends in peace. */
export const setPoolActivity = (ports: Ports): UseCase<SetPoolActivityInput, LoadedPool, Pool> => ({
  name: "serving.set-pool-activity",
  action: "manage",
  input: zodSchema(input),
  load: (ctx, { id }) => loadPool(ports, ctx, id),
  async handle(ctx, { active, reason }, { pool, organisationId }) {
    if (pool.active === active)
      return refuse(conflict("pool.unchanged", `The pool is ${active ? "active" : "inactive"} already.`));
    const changed = { ...pool, active };
    const allowed = active ? await mayOpen(ports, ctx, changed) : ok(true);
    if (!allowed.ok) return allowed;
    await ports.pools.save(ctx, changed);
    const data = { slug: pool.slug, active, reason };
    return ok({ value: changed, event: { organisationId, subjectType: "Pool", subjectId: pool.id, data } });
  },
});
