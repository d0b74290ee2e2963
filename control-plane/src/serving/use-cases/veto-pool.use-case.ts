import { actorRef } from "../../kernel/actor.js";
import { conflict } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Pool } from "../domain/pool.js";
import type { ServingPorts } from "../ports/serving-ports.js";
import { idAndReason, loadPool, type IdAndReason, type LoadedPool } from "./pool.subject.js";

type Ports = Pick<ServingPorts, "pools" | "organisations">;

/** The compliance cell closes a pool, and keeps it closed until another of its members lifts the veto. */
export const vetoPool = (ports: Ports): UseCase<IdAndReason, LoadedPool, Pool> => ({
  name: "serving.veto-pool",
  action: "suspend",
  input: zodSchema(idAndReason),
  load: (ctx, { id }) => loadPool(ports, ctx, id),
  async handle(ctx, { reason }, { pool, organisationId }) {
    if (pool.veto !== null) return refuse(conflict("pool.vetoed_already", "The pool is under a veto already."));
    const changed: Pool = { ...pool, active: false, veto: { by: actorRef(ctx.actor), at: ctx.clock.now(), reason } };
    await ports.pools.save(ctx, changed);
    const data = { slug: pool.slug, active: false, reason };
    return ok({ value: changed, event: { organisationId, subjectType: "Pool", subjectId: pool.id, data } });
  },
});
