import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import { ORGANISATIONS, STANDS_NOW } from "../../../tenancy/reads/organisations.js";
import type { PlanPorts } from "../../ports/plan-ports.js";
import { PgPlanRecordStore } from "./pg-plan-record.store.js";

const EXISTS = `SELECT 1 FROM ${ORGANISATIONS} organisation WHERE id = $1 AND ${STANDS_NOW}`;

export const pgPlanPorts = (): PlanPorts => ({
  records: new PgPlanRecordStore(),
  organisations: {
    exists: async (ctx: Context, id: string): Promise<boolean> =>
      (await rowsOf(ctx, EXISTS, [uuidOrNull(id), ctx.clock.now()])).length > 0,
  },
});
