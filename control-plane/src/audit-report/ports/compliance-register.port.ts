import type { Context } from "../../kernel/use-case.js";
import type { AuditPeriod } from "../domain/audit-report.js";
import type { ActivationLine, DerogationLine, OverdueLine } from "../domain/compliance-register.js";

/** What the compliance cell keeps, as far as an auditor asks for it. */
export interface ComplianceRegister {
  /** Granted ones that were in force on a day of the period, by their end. */
  derogations(ctx: Context, period: AuditPeriod, today: string): Promise<readonly DerogationLine[]>;
  /** What is late on `today` (ISO day of Paris), longest first. */
  overdue(ctx: Context, today: string): Promise<readonly OverdueLine[]>;
  /** Bundles of rules that came into force in the period, in that order. */
  activations(ctx: Context, period: AuditPeriod): Promise<readonly ActivationLine[]>;
}
