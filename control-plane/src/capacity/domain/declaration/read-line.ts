import { ok, refuse, type Result } from "../../../kernel/result.js";
import { recordIssue, type FieldIssue } from "../template/cell-issue.js";
import { DECLARATION_TEMPLATE } from "../template/declaration-template.js";
import { readRecord, type CellsByField } from "../template/read-record.js";
import type { CapacityLine } from "./capacity-line.js";

/** A line from its cells, or every issue of it, fields first and then what they say together. */
export function readLine(cells: CellsByField): Result<CapacityLine, readonly FieldIssue[]> {
  const read = readRecord(DECLARATION_TEMPLATE, cells);
  if (!read.ok) return read;
  // The template holds one entry for each field of a line, with the rule that gives its type.
  const line = read.value as unknown as CapacityLine;
  const issues = togetherIssues(line);
  return issues.length === 0 ? ok(line) : refuse(issues);
}

function togetherIssues(line: CapacityLine): readonly FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (line.keptGpus > line.gpuCount) {
    issues.push(
      recordIssue(
        "line.kept_over_count",
        "keptGpus",
        "Plus de GPU conservés que de GPU.",
        "More GPUs kept than there are.",
      ),
    );
  }
  if (line.availableFrom !== null && line.availableTo !== null && line.availableTo <= line.availableFrom) {
    issues.push(
      recordIssue(
        "line.period_inverted",
        "availableTo",
        "La disponibilité finit avant de commencer.",
        "Availability ends before it begins.",
      ),
    );
  }
  if (
    line.acquisitionYear !== null &&
    line.amortisationEnd !== null &&
    Number(line.amortisationEnd.slice(0, 4)) < line.acquisitionYear
  ) {
    issues.push(
      recordIssue(
        "line.amortised_before_acquired",
        "amortisationEnd",
        "L'amortissement finit avant l'acquisition.",
        "Amortisation ends before acquisition.",
      ),
    );
  }
  return issues;
}
