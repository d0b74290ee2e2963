import type { Actor } from "../../kernel/actor.js";
import type { DetailReads } from "../../tenancy/index.js";

/** Somebody was shown figures of these bodies in a consolidation; those of their own ministry are not kept. */
export function noteConsolidationRead(
  reads: DetailReads,
  actor: Actor,
  consolidationId: string,
  organisationIds: Iterable<string>,
): void {
  for (const organisationId of new Set(organisationIds))
    reads.note(actor, { subjectType: "Consolidation", subjectId: consolidationId, organisationId });
}
