import type { AuditReport } from "./audit-report.js";
import { forbiddenCells, ineligibleRequests } from "./label-matrix.js";
import type { LogStanding } from "./log-standing.js";
import { differences } from "./reconciliation.js";

export const FINDING_CODES = [
  "log.broken",
  "log.unwitnessed",
  "pool.ineligible",
  "label.forbidden",
  "sums.differ",
  "use_case.incomplete",
  "evaluation.overdue",
  "desk.overdue",
  "emergency.unreviewed",
  "key.of_stopped",
  "key.too_long",
  "key.old",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Something an auditor has to look at, with how many there are of it. */
export interface Finding {
  readonly code: FindingCode;
  /** A breach says that a promise did not hold; the others ask for an act. */
  readonly severity: "breach" | "attention";
  readonly count: number;
}

const severityOf: Readonly<Record<FindingCode, Finding["severity"]>> = {
  "log.broken": "breach",
  "log.unwitnessed": "attention",
  "pool.ineligible": "breach",
  "label.forbidden": "attention",
  "sums.differ": "breach",
  "use_case.incomplete": "attention",
  "evaluation.overdue": "attention",
  "desk.overdue": "attention",
  "emergency.unreviewed": "attention",
  "key.of_stopped": "attention",
  "key.too_long": "breach",
  "key.old": "attention",
};

const isUnwitnessed = ({ verdict, cosignatures }: LogStanding): boolean =>
  verdict === "sound" && cosignatures.length === 0;

/** What the figures say, breaches first; empty when there is nothing to look at. */
export function findingsOf(report: AuditReport): readonly Finding[] {
  const counts: Readonly<Record<FindingCode, number>> = {
    "log.broken": report.logs.filter(({ verdict }) => verdict === "broken").length,
    "log.unwitnessed": report.logs.filter(isUnwitnessed).length,
    "pool.ineligible": ineligibleRequests(report.matrix),
    "label.forbidden": forbiddenCells(report.matrix).reduce((sum, { requests }) => sum + requests, 0),
    "sums.differ": differences(report.reconciliation).length,
    "use_case.incomplete": report.incomplete.filter(({ missing }) => missing.length > 0).length,
    "evaluation.overdue": report.incomplete.filter(({ evaluationOverdueSince }) => evaluationOverdueSince !== null)
      .length,
    "desk.overdue": report.overdue.length,
    "emergency.unreviewed": report.emergencies.filter(({ finding }) => finding === null).length,
    "key.of_stopped": report.keys.ofStopped,
    "key.too_long": report.keys.tooLong,
    "key.old": report.keys.old,
  };
  const found = FINDING_CODES.filter((code) => counts[code] > 0).map((code) => ({
    code,
    severity: severityOf[code],
    count: counts[code],
  }));
  return found.sort((a, b) => Number(b.severity === "breach") - Number(a.severity === "breach"));
}
