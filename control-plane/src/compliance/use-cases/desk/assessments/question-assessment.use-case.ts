import { z } from "zod";
import { refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import { questioned, type Assessment } from "../../../domain/desk/assessments/assessment.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, reason, version } from "../desk.input.js";
import { loadRecord, storeNext } from "../desk-records.js";
import { assessmentDesk } from "./assessment-desk.js";

export const questionAssessmentInput = z.object({ id, version, reason });
export type QuestionAssessmentInput = z.infer<typeof questionAssessmentInput>;
type Ports = Pick<DeskPorts, "assessments">;

/** The compliance cell asks for another edition; the piece stays on the file until then, suspension is another act. */
export const questionAssessment = (ports: Ports): UseCase<QuestionAssessmentInput, Assessment, Assessment> => ({
  name: "compliance.question-assessment",
  action: "review",
  input: zodSchema(questionAssessmentInput),
  load: (ctx, given) => loadRecord(assessmentDesk(ports), ctx, given.id),
  async handle(ctx, { version: seen, reason: why }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    const { kind, edition } = before;
    return storeNext(assessmentDesk(ports), ctx, before, questioned(before, why), { kind, edition, reason: why });
  },
});
