import { actorRef } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import type { CapacityDeclaration } from "../../domain/declaration/capacity-declaration.js";

/** A first draft; where a declaration was accepted, with its totals and in its place. */
export function freshDeclaration(
  ctx: Context,
  campaignId: string,
  organisationId: string,
  accepted: CapacityDeclaration | null,
): CapacityDeclaration {
  const now = ctx.clock.now();
  return {
    id: ctx.ids.next(),
    campaignId,
    organisationId,
    state: "draft",
    declaredBy: actorRef(ctx.actor),
    createdAt: now,
    updatedAt: now,
    version: 1,
    lineCount: accepted?.lineCount ?? 0,
    gpuCount: accepted?.gpuCount ?? 0,
    completeness: accepted?.completeness ?? 0,
    overCommitment: null,
    supersedes: accepted?.id ?? null,
  };
}
