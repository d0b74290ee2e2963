import { z } from "zod";
import { LIMIT_KINDS } from "@socle/contracts";
import { notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { TreeNode } from "../domain/node.js";
import type { UsageLimit } from "../domain/usage-limit.js";
import type { NodeDirectory } from "../ports/node-directory.port.js";
import type { UsageLimitRepository } from "../ports/usage-limit-repository.port.js";

export interface SetUsageLimitPorts {
  readonly nodes: NodeDirectory;
  readonly limits: UsageLimitRepository;
}

const input = z.object({
  nodeId: z.uuid(),
  kind: z.enum(LIMIT_KINDS),
  value: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
  modelId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  hard: z.boolean().default(false),
  reason: z.string().trim().min(10).max(2000),
});
export type SetUsageLimitInput = z.output<typeof input>;

/** Sets what a node may ask for at once, per minute or per day, over all replicas. */
export const setUsageLimitUseCase = (ports: SetUsageLimitPorts): UseCase<SetUsageLimitInput, TreeNode, UsageLimit> => ({
  name: "allocation.set-usage-limit",
  action: "set",
  input: zodSchema(input),

  async load(ctx, { nodeId }) {
    const [node] = await ports.nodes.find(ctx, [nodeId]);
    if (node === undefined) return refuse(notFound("node", nodeId));
    return ok({ subject: { name: "Budget", id: null, organisationId: node.organisationId }, loaded: node });
  },

  async handle(ctx, { reason, ...wanted }, node) {
    const asked = { ...wanted, id: ctx.ids.next(), nodeType: node.type, organisationId: node.organisationId };
    const value = await ports.limits.save(ctx, asked, ctx.clock.now());
    const { kind, modelId, hard } = value;
    const data = { nodeId: node.id, kind, value: value.value, modelId, hard, reason };
    return ok({
      value,
      event: { organisationId: node.organisationId, subjectType: "Budget", subjectId: value.id, data },
    });
  },
});
