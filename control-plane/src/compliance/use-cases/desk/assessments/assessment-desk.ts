import type { Assessment } from "../../../domain/desk/assessments/assessment.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import type { Desk } from "../desk-records.js";

export const assessmentDesk = ({ assessments }: Pick<DeskPorts, "assessments">): Desk<Assessment> => ({
  store: assessments,
  subject: "Assessment",
  noun: "assessment",
  author: ({ draftedBy }) => draftedBy,
});
