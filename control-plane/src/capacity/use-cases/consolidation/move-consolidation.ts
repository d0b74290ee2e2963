import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Done } from "../../../kernel/use-case.js";
import { mayBecome, type Consolidation } from "../../domain/consolidation/consolidation-life.js";
import { changed, sameVersion } from "../same-version.js";
import type { ConsolidationPorts, LoadedConsolidation, StepInput } from "./consolidation.input.js";

/** Writes the next step of a consolidation, and the event that names what it stands on. */
export async function moveConsolidation(
  ports: ConsolidationPorts,
  ctx: Context,
  { expectedVersion, reason = null }: Pick<StepInput, "expectedVersion" | "reason">,
  { consolidation: before, rootId }: LoadedConsolidation,
  changes: Partial<Consolidation> & Pick<Consolidation, "state">,
): Promise<Result<Done<Consolidation>>> {
  const current = sameVersion("consolidation", before, expectedVersion);
  if (!current.ok) return current;
  if (!mayBecome(before.state, changes.state))
    return refuse(
      conflict("consolidation.step", `A consolidation that is ${before.state} does not become ${changes.state}.`),
    );
  const after: Consolidation = { ...before, ...changes, version: before.version + 1 };
  if (!(await ports.consolidations.update(ctx, after)))
    return refuse(
      after.state === "published"
        ? conflict(
            "consolidation.published_once",
            "Another consolidation of this campaign is published, or this one changed.",
          )
        : changed("consolidation", expectedVersion),
    );
  const { inputDigest, reportDigest } = after;
  const data = { before: { state: before.state }, after: { state: after.state, inputDigest, reportDigest }, reason };
  return ok({
    value: after,
    event: { organisationId: rootId, subjectType: "Consolidation", subjectId: after.id, data },
  });
}
