import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { recorded } from "../../../kernel/stored-record.js";
import type { ShadowTool } from "../../domain/portfolio/shadow-tool.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id } from "../use-case.input.js";

export const declareShadowToolInput = z.object({
  organisationId: id,
  name: z.string().trim().min(2).max(100),
  vendor: z.string().trim().min(2).max(100),
  vendorCountry: z.string().regex(/^[A-Z]{2}$/, "A country as two capital letters (ISO 3166-1 alpha-2)."),
  purpose: z.string().trim().min(3).max(1000),
  agents: z.number().int().min(0).max(10_000_000).nullish(),
});
export type DeclareShadowToolInput = z.infer<typeof declareShadowToolInput>;
type Ports = Pick<RegistryPorts, "shadowTools" | "organisations">;

/** A body says which tool its agents use outside any frame; nobody is named, and the answer is an alternative. */
export const declareShadowTool = (ports: Ports): UseCase<DeclareShadowToolInput, null, ShadowTool> => ({
  name: "registry.declare-shadow-tool",
  action: "declare",
  input: zodSchema(declareShadowToolInput),
  async load(ctx, { organisationId }) {
    if (!(await ports.organisations.exists(ctx, organisationId)))
      return refuse(notFound("organisation", organisationId));
    return ok({ subject: { name: "ShadowTool", id: null, organisationId }, loaded: null });
  },
  async handle(ctx, { agents, ...said }) {
    const tool: ShadowTool = {
      ...said,
      id: ctx.ids.next(),
      version: 1,
      agents: agents ?? null,
      alternativeId: null,
      answer: null,
      state: "declared",
      declaredBy: actorRef(ctx.actor),
      declaredAt: ctx.clock.now(),
    };
    await ports.shadowTools.insert(ctx, tool);
    return ok(recorded("ShadowTool", tool, { name: tool.name, vendorCountry: tool.vendorCountry }));
  },
});
