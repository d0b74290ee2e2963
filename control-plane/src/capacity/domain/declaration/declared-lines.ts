import { completenessOf } from "../template/read-record.js";
import { DECLARATION_TEMPLATE } from "../template/declaration-template.js";
import type { CapacityDeclaration } from "./capacity-declaration.js";
import type { CapacityLine } from "./capacity-line.js";

/** Figures of a declaration that its lines give. */
export type LineTotals = Pick<CapacityDeclaration, "lineCount" | "gpuCount" | "completeness">;

/** Totals of these lines; completeness is the mean of theirs, and 0 without any. */
export function totalsOf(lines: readonly CapacityLine[]): LineTotals {
  const filled = lines.map((line) => completenessOf(DECLARATION_TEMPLATE, { ...line }));
  return {
    lineCount: lines.length,
    gpuCount: lines.reduce((sum, line) => sum + line.gpuCount, 0),
    completeness: lines.length === 0 ? 0 : filled.reduce((sum, share) => sum + share, 0) / lines.length,
  };
}
