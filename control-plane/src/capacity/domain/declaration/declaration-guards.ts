import type { Condition } from "../../../kernel/refusal.js";
import type { SubmissionStep } from "../submission/submission.js";
import type { CapacityDeclaration } from "./capacity-declaration.js";
import type { OverCommittedLine } from "./over-commitment.js";

/** What a declaration asks for beyond what every submission does. */
export function declarationConditions(
  step: SubmissionStep,
  declaration: CapacityDeclaration,
  overCommitted: readonly OverCommittedLine[],
): readonly Condition[] {
  if (step === "submit")
    return [{ code: "declaration.has_lines", met: declaration.lineCount > 0, message: "It has at least one line." }];
  if (step !== "validate") return [];
  return [
    {
      code: "declaration.not_over_committed",
      met: overCommitted.length === 0 || declaration.overCommitment !== null,
      message: overCommitmentMessage(overCommitted),
    },
  ];
}

const SHOWN = 5;

function overCommitmentMessage(lines: readonly OverCommittedLine[]): string {
  if (lines.length === 0) return "No line promises more GPUs than there are.";
  const shown = lines
    .slice(0, SHOWN)
    .map(
      (line) => `${line.reference} (${line.offered} offered, ${line.kept} kept, ${line.used} used of ${line.gpuCount})`,
    );
  const more = lines.length > SHOWN ? ` and ${lines.length - SHOWN} more` : "";
  return `Lines that promise more GPUs than there are, unless somebody approves it by name: ${shown.join(", ")}${more}.`;
}
