import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { notFound } from "../../../../kernel/refusal.js";
import { refuse } from "../../../../kernel/result.js";
import type { Context, UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import { applyFindings, type RegistryPorts } from "../../../../registry/index.js";
import { concluded, superseded, type Assessment } from "../../../domain/desk/assessments/assessment.js";
import { effectOf, evidenceReference } from "../../../domain/desk/assessments/effects.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, version } from "../desk.input.js";
import { loadRecord, storeNext } from "../desk-records.js";
import { assessmentDesk } from "./assessment-desk.js";
import { editionsOf } from "./draft-assessment.use-case.js";

const input = z.object({ id, version });
export type ConcludeAssessmentInput = z.infer<typeof input>;
type Ports = Pick<DeskPorts, "assessments"> & { readonly registry: Pick<RegistryPorts, "useCases"> };

/**
 * Somebody else than who drafted it concludes an edition: the piece and the fields that follow from it stand on the use
 * case's file in the same transaction, where guards and rules read them, and the edition before is superseded.
 */
export const concludeAssessment = (ports: Ports): UseCase<ConcludeAssessmentInput, Assessment, Assessment> => ({
  name: "compliance.conclude-assessment",
  action: "validate",
  input: zodSchema(input),
  load: (ctx, given) => loadRecord(assessmentDesk(ports), ctx, given.id),
  async handle(ctx, { version: seen }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    const after = concluded(before, actorRef(ctx.actor), ctx.clock.now());
    if (!after.ok) return after;
    const filed = await putOnFile(ports, ctx, after.value);
    if (!filed.ok) return filed;
    for (const each of await editionsOf(ports, ctx, before.useCaseId, before.kind))
      if (each.state === "done" || each.state === "to_review") await ports.assessments.update(ctx, superseded(each));
    const { kind, edition } = before;
    const caused = [{ useCase: "registry.record-evidence", event: filed.value.event }];
    return storeNext(assessmentDesk(ports), ctx, before, after, { kind, edition }, caused);
  },
});

async function putOnFile({ registry }: Ports, ctx: Context, assessment: Assessment) {
  const useCase = await registry.useCases.find(ctx, assessment.useCaseId);
  if (useCase === null) return refuse(notFound("use_case", assessment.useCaseId));
  const { evidence, withdrawn, dossier, raisedLabels } = effectOf(assessment);
  const reference = evidenceReference(assessment);
  const findings = { evidence: evidence === null ? {} : { [evidence]: reference }, withdrawn, dossier, raisedLabels };
  return applyFindings(registry.useCases, ctx, useCase, findings, `${assessment.kind}: ${reference}`);
}
