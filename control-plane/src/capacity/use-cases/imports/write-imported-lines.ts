import { actorRef } from "../../../kernel/actor.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, GovernanceEventDraft } from "../../../kernel/use-case.js";
import type { CapacityDeclaration } from "../../domain/declaration/capacity-declaration.js";
import type { CapacityLine } from "../../domain/declaration/capacity-line.js";
import { totalsOf } from "../../domain/declaration/declared-lines.js";
import type { CapacityImport } from "../../domain/import/capacity-import.js";
import { editable } from "../../domain/submission/step-guards.js";
import { sameContent } from "../../domain/submission/version-difference.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { freshDeclaration } from "../declarations/fresh-declaration.js";
import { changed, createdMeanwhile } from "../same-version.js";
import { recordStep } from "../submissions/record-step.js";
import { guarded } from "../submissions/submission-access.js";

/** Makes the lines of a file those of the organisation's declaration; lines that say the same stay as they are. */
export async function writeImportedLines(
  ports: CapacityPorts,
  ctx: Context,
  { id: importId, campaignId, organisationId, fileDigest }: CapacityImport,
  lines: readonly CapacityLine[],
): Promise<Result<GovernanceEventDraft>> {
  const before = await standing(ports, ctx, campaignId, organisationId);
  if (before === null) return refuse(createdMeanwhile("declaration"));
  const allowed = guarded([editable(before)]);
  if (!allowed.ok) return allowed;
  const stand = new Map(
    (await ports.declarations.linesAt(ctx, before.id, before.version)).map((line) => [line.reference, line]),
  );
  const kept = new Set(lines.filter((line) => sameContent(line, stand.get(line.reference))).map((l) => l.reference));
  const closed = [...stand.keys()].filter((reference) => !kept.has(reference));
  const opened = lines.filter((line) => !kept.has(line.reference));
  const after: CapacityDeclaration = {
    ...before,
    ...totalsOf(lines),
    declaredBy: actorRef(ctx.actor),
    overCommitment: null,
    updatedAt: ctx.clock.now(),
    version: before.version + 1,
  };
  if (!(await ports.declarations.update(ctx, after))) return refuse(changed("declaration", before.version));
  await ports.declarations.changeLines(ctx, after, { closed, opened });
  const details = { importId, fileDigest, written: opened.length, removed: closed.length, gpus: after.gpuCount };
  return ok(await recordStep(ports.journal, ctx, "declaration", before, after, null, details));
}

/** The declaration in progress, or one that begins here; null when somebody began one at the same moment. */
async function standing(
  ports: CapacityPorts,
  ctx: Context,
  campaignId: string,
  organisationId: string,
): Promise<CapacityDeclaration | null> {
  const found = await ports.declarations.findInProgress(ctx, campaignId, organisationId);
  if (found !== null) return found;
  const accepted = await ports.declarations.findAccepted(ctx, campaignId, organisationId);
  const fresh = { ...freshDeclaration(ctx, campaignId, organisationId, accepted), ...totalsOf([]) };
  if (!(await ports.declarations.insert(ctx, fresh, null))) return null;
  await recordStep(ports.journal, ctx, "declaration", null, fresh, null);
  return fresh;
}
