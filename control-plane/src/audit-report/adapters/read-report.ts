import type { Actor } from "../../kernel/actor.js";
import type { InvalidInput } from "../../kernel/refusal.js";
import { ok, type Result } from "../../kernel/result.js";
import type { DetailReads } from "../../tenancy/index.js";
import type { AuditReport } from "../domain/audit-report.js";
import { auditPeriod, type composeAuditReport } from "../use-cases/compose-audit-report.js";

export type ComposeReport = ReturnType<typeof composeAuditReport>;

export interface AskedReport {
  readonly from: string;
  readonly to: string;
  /** Names the draw of samples; the period itself when nobody chose one. */
  readonly lot?: string;
}

/** The report of a period, noted as read: it shows single records of the whole State. */
export async function readReport(
  compose: ComposeReport,
  reads: DetailReads,
  actor: Actor,
  { from, to, lot }: AskedReport,
): Promise<Result<AuditReport, InvalidInput>> {
  const period = auditPeriod(from, to);
  if (!period.ok) return period;
  const report = await compose(period.value, lot ?? `${from} ${to}`);
  const organisations = new Set(report.samples.map(({ organisationId }) => organisationId));
  for (const organisationId of organisations)
    reads.note(actor, { subjectType: "AuditReport", subjectId: `${from} ${to}`, organisationId });
  return ok(report);
}
