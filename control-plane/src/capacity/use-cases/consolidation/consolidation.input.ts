import { z } from "zod";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Subject } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Consolidation } from "../../domain/consolidation/consolidation-life.js";
import type { ConsolidationRepository } from "../../ports/consolidation/consolidation-repository.port.js";
import type { OrganisationDirectory } from "../../ports/directories/organisation-directory.port.js";
import { expectedVersion, id, reason } from "../capacity.input.js";

export interface ConsolidationPorts {
  readonly consolidations: ConsolidationRepository;
  readonly organisations: OrganisationDirectory;
}

const step = z.object({ id, expectedVersion, reason });
export type StepInput = z.infer<typeof step>;
/** What every step of a consolidation's life is told. */
export const stepInput = zodSchema(step);

export interface LoadedConsolidation {
  readonly consolidation: Consolidation;
  readonly rootId: string;
}

/** A consolidation belongs to the State; whoever asked for it does not stand for its figures alone. */
export const subjectOf = (consolidation: Consolidation | null, rootId: string): Subject => ({
  name: "Consolidation",
  id: consolidation?.id ?? null,
  organisationId: rootId,
  ...(consolidation === null ? {} : { state: consolidation.state, declaredBy: consolidation.requestedBy }),
});

export async function loadConsolidation(
  ports: ConsolidationPorts,
  ctx: Context,
  { id: wanted }: { readonly id: string },
): Promise<Result<{ readonly subject: Subject; readonly loaded: LoadedConsolidation }>> {
  const consolidation = await ports.consolidations.find(ctx, wanted);
  if (consolidation === null) return refuse(notFound("consolidation", wanted));
  const rootId = await ports.organisations.rootId(ctx);
  return ok({ subject: subjectOf(consolidation, rootId), loaded: { consolidation, rootId } });
}
