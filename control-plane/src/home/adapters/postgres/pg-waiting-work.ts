import { ALLOCATION_WAITING } from "../../../allocation/reads/waiting-work.js";
import { CAPACITY_WAITING } from "../../../capacity/reads/waiting-work.js";
import { COMPLIANCE_WAITING } from "../../../compliance/reads/waiting-work.js";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { PLAN_WAITING } from "../../../plan/reads/waiting-work.js";
import { REGISTRY_WAITING } from "../../../registry/reads/waiting-work.js";
import { ROADMAPS_WAITING } from "../../../roadmaps/reads/waiting-work.js";
import { TENANCY_WAITING } from "../../../tenancy/reads/waiting-work.js";
import type { WaitingItem } from "../../domain/tasks.js";
import type { WaitingWork } from "../../ports/waiting-work.port.js";

type Row = Omit<WaitingItem, "path"> & { readonly path: readonly string[] | null };

/** Days before its end at which a key is shown. */
const KEY_NOTICE_DAYS = 30;
/** Days before the day of an evaluation at which it is shown. */
const EVALUATION_NOTICE_DAYS = 60;
/** Part of a budget that is settled when it is shown. */
const NEARLY_SPENT = 0.8;
/** Longest part of the list; a home page is no inventory. */
const MOST = 200;

const PARTS = [
  ...REGISTRY_WAITING,
  ...ALLOCATION_WAITING,
  ...COMPLIANCE_WAITING,
  ...CAPACITY_WAITING,
  ...ROADMAPS_WAITING,
  ...PLAN_WAITING,
  ...TENANCY_WAITING,
];
const LIST = PARTS.map((part) => `(${part} LIMIT ${String(MOST)})`).join(" UNION ALL ");

export class PgWaitingWork implements WaitingWork {
  async list(ctx: Context): Promise<readonly WaitingItem[]> {
    const now = ctx.clock.now();
    const notice = new Date(now.getTime() + KEY_NOTICE_DAYS * 86_400_000);
    const evaluations = new Date(now.getTime() + EVALUATION_NOTICE_DAYS * 86_400_000);
    const rows = await rowsOf<Row>(ctx, LIST, [now, notice, NEARLY_SPENT, evaluations]);
    return rows.map((row) => ({ ...row, path: row.path ?? [] }));
  }
}
