import { conflict } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Pool } from "../domain/pool.js";
import type { ServingPorts } from "../ports/serving-ports.js";
import { idAndReason, loadPool, type IdAndReason, type LoadedPool } from "./pool.subject.js";

type Ports = Pick<ServingPorts, "pools" | "organisations">;

/** Another member of the compliance cell than who said it lifts a veto; ARIANE may then open the pool. */
export const liftPoolVeto = (ports: Ports): UseCase<IdAndReason, LoadedPool, Pool> => ({
  name: "serving.lift-pool-veto",
  action: "resume",
  input: zodSchema(idAndReason),
  load: (ctx, { id }) => loadPool(ports, ctx, id),
  async handle(ctx, { reason }, { pool, organisationId }) {
    if (pool.veto === null) return refuse(conflict("pool.no_veto", "The pool is under no veto."));
    const changed: Pool = { ...pool, veto: null };
    await ports.pools.save(ctx, changed);
    const data = { slug: pool.slug, reason };
    return ok({ value: changed, event: { organisationId, subjectType: "Pool", subjectId: pool.id, data } });
  },
});
