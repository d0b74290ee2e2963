import { z } from "zod";
import { guardRefusal, notFound, type Forbidden } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { grantConditions, USUAL_TERMS, type Allocation } from "../domain/allocation.js";
import type { TreeNode } from "../domain/node.js";
import { CRITICALITIES } from "../domain/round-program/instance.js";
import type { AllocationRepository } from "../ports/allocation-repository.port.js";
import type { NodeDirectory } from "../ports/node-directory.port.js";
import type { PoolDirectory, PoolFacts } from "../ports/pool-directory.port.js";
import { isOwnOrganisation } from "./own-organisation.js";
import { placed } from "./placed-allocations.js";

export interface GrantAllocationPorts {
  readonly nodes: NodeDirectory;
  readonly pools: PoolDirectory;
  readonly allocations: AllocationRepository;
}

const gpus = z
  .number()
  .nonnegative()
  .max(1_000_000)
  .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), "at most two decimals");

const input = z.object({
  poolId: z.uuid(),
  nodeId: z.uuid(),
  nominal: gpus,
  guarantee: gpus,
  lendLimit: gpus.nullish().transform((value) => value ?? null),
  borrowLimit: gpus.nullish().transform((value) => value ?? null),
  weight: z.number().nonnegative().max(1000),
  criticality: z
    .literal(CRITICALITIES)
    .nullish()
    .transform((value) => value ?? USUAL_TERMS.criticality),
  historyFactor: z
    .number()
    .nonnegative()
    .max(100)
    .nullish()
    .transform((value) => value ?? USUAL_TERMS.historyFactor),
  reason: z.string().trim().min(10).max(2000),
});
export type GrantAllocationInput = z.output<typeof input>;

/** What a grant is about: the node and the pool. */
export interface Loaded {
  readonly node: TreeNode;
  readonly pool: PoolFacts;
}

/** Gives a node a right in a pool, or changes the one it has. */
export const grantAllocationUseCase = (
  ports: GrantAllocationPorts,
): UseCase<GrantAllocationInput, Loaded, Allocation> => ({
  name: "allocation.grant-allocation",
  action: "grant",
  input: zodSchema(input),

  async load(ctx, { nodeId, poolId }) {
    const [node] = await ports.nodes.find(ctx, [nodeId]);
    if (node === undefined) return refuse(notFound("node", nodeId));
    const pool = await ports.pools.find(ctx, poolId);
    if (pool === undefined) return refuse(notFound("pool", poolId));
    const subject = { name: "Allocation" as const, id: null, organisationId: node.organisationId };
    return ok({ subject, loaded: { node, pool } });
  },

  async handle(ctx, { reason, ...wanted }, { node, pool }) {
    if (isOwnOrganisation(ctx.actor, node)) return refuse(OWN_ORGANISATION);
    await ports.allocations.lockPool(ctx, pool.id);
    const present = await placed(ctx, ports.nodes, await ports.allocations.list(ctx, pool.id));
    const asked = { ...wanted, id: ctx.ids.next(), nodeType: node.type, organisationId: node.organisationId };
    const conditions = grantConditions(pool.gpuCount, present, { ...asked, path: node.path });
    const unmet = conditions.filter((condition) => !condition.met);
    if (unmet.length > 0) {
      const figures = unmet.map((condition) => condition.message).join("; ");
      return refuse(guardRefusal("allocation.exceeds_right", `This allocation does not fit: ${figures}.`, conditions));
    }
    const value = await ports.allocations.save(ctx, asked);
    const data = { poolId: pool.id, nodeId: node.id, ...rights(value), reason };
    return ok({
      value,
      event: { organisationId: node.organisationId, subjectType: "Allocation", subjectId: value.id, data },
    });
  },
});

const rights = ({ nominal, guarantee, lendLimit, borrowLimit, weight, criticality, historyFactor }: Allocation) => ({
  nominal,
  guarantee,
  lendLimit,
  borrowLimit,
  weight,
  criticality,
  historyFactor,
});

const OWN_ORGANISATION: Forbidden = {
  kind: "Forbidden",
  code: "allocation.own_organisation",
  message: "An allocation to one's own organisation is granted by somebody of another one.",
  action: "grant",
  subject: "Allocation",
};
