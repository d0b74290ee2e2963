import {
  ACTIVATIONS_OF_PERIOD,
  DEROGATIONS_OF_PERIOD,
  OVERDUE_AT_DESK,
} from "../../../compliance/reads/desk-standing.js";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { AuditPeriod } from "../../domain/audit-report.js";
import type { ActivationLine, DerogationLine, OverdueLine } from "../../domain/compliance-register.js";
import type { ComplianceRegister } from "../../ports/compliance-register.port.js";

export class PgComplianceRegister implements ComplianceRegister {
  derogations(ctx: Context, { fromDay, toDay }: AuditPeriod, today: string): Promise<readonly DerogationLine[]> {
    return rowsOf<DerogationLine>(ctx, DEROGATIONS_OF_PERIOD, [fromDay, toDay, today]);
  }

  overdue(ctx: Context, today: string): Promise<readonly OverdueLine[]> {
    return rowsOf<OverdueLine>(ctx, OVERDUE_AT_DESK, [today]);
  }

  activations(ctx: Context, { from, to }: AuditPeriod): Promise<readonly ActivationLine[]> {
    return rowsOf<ActivationLine>(ctx, ACTIVATIONS_OF_PERIOD, [from, to]);
  }
}
