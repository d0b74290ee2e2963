import { parisDay, endOfParisDay, startOfParisDay } from "@socle/contracts";
import { invalidInput, type InvalidInput } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context } from "../../kernel/use-case.js";
import type { AuditPeriod, AuditReport } from "../domain/audit-report.js";
import { AUDITED_LOGS, type AuditedLog, type LogStanding } from "../domain/log-standing.js";
import type { AuditFiguresSource } from "../ports/audit-figures.port.js";
import type { ComplianceRegister } from "../ports/compliance-register.port.js";
import type { LogChecker } from "../ports/log-checks.port.js";
import type { RunningUseCases } from "../ports/running-use-cases.port.js";

/** Longest period, days: what the records of a retention hold and an answer can be waited for. */
export const LONGEST_PERIOD_DAYS = 366;
/** Records drawn by lot. */
export const SAMPLES = 20;
const DAY_MS = 86_400_000;

export interface AuditReportPorts {
  readonly figures: AuditFiguresSource;
  readonly useCases: RunningUseCases;
  readonly register: ComplianceRegister;
  /** `null` where no log is kept. */
  readonly logs: LogChecker | null;
  /** One consistent view of everything, whoever asked: the door checks who may. */
  readonly view: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;
}

/** Whole Paris days from `fromDay` to `toDay`, both included. Refuses days that are none, out of order, or too many. */
export function auditPeriod(fromDay: string, toDay: string): Result<AuditPeriod, InvalidInput> {
  const from = startOfParisDay(fromDay);
  const to = endOfParisDay(toDay);
  if (from === null) return refuse(invalidInput([{ path: "from", message: "is no day, such as 2026-10-01" }]));
  if (to === null) return refuse(invalidInput([{ path: "to", message: "is no day, such as 2026-10-31" }]));
  if (to <= from) return refuse(invalidInput([{ path: "to", message: "comes before the first day" }]));
  // A change of the clock makes a day an hour longer or shorter.
  if (Math.round((to - from) / DAY_MS) > LONGEST_PERIOD_DAYS)
    return refuse(invalidInput([{ path: "to", message: `is more than ${String(LONGEST_PERIOD_DAYS)} days away` }]));
  return ok({ fromDay, toDay, from: new Date(from), to: new Date(to) });
}

/**
 * The report of a period, all figures of one moment; logs are checked before it, so that an entry of the period that is
 * not in the checkpoint yet is told as waiting. `lot` names the draw of samples: the same lot draws the same records.
 */
export const composeAuditReport =
  (ports: AuditReportPorts) =>
  async (period: AuditPeriod, lot: string): Promise<AuditReport> => {
    const checked = await Promise.all(AUDITED_LOGS.map(async (log) => (await ports.logs?.check(log)) ?? null));
    return ports.view(async (ctx) => {
      const { figures, register } = ports;
      const computedAt = ctx.clock.now();
      const today = parisDay(computedAt);
      const logs: LogStanding[] = [];
      for (const [place, log] of AUDITED_LOGS.entries())
        logs.push(...(await standing(figures, ctx, period, log, checked[place] ?? null)));
      return {
        period,
        computedAt,
        logs,
        matrix: await figures.matrix(ctx, period),
        denials: await figures.denials(ctx, period),
        refusals: await figures.refusals(ctx, period),
        bundles: await figures.bundles(ctx, period),
        activations: await register.activations(ctx, period),
        derogations: await register.derogations(ctx, period, today),
        overdue: await register.overdue(ctx, today),
        incomplete: await ports.useCases.incomplete(ctx, today),
        keys: await figures.keys(ctx, period),
        governance: await figures.governance(ctx, period),
        emergencies: await figures.emergencies(ctx, period),
        samples: await figures.samples(ctx, period, lot, SAMPLES),
        reconciliation: await figures.reconciliation(ctx, period),
      };
    });
  };

async function standing(
  figures: AuditFiguresSource,
  ctx: Context,
  period: AuditPeriod,
  log: AuditedLog,
  checked: Awaited<ReturnType<LogChecker["check"]>> | null,
): Promise<readonly LogStanding[]> {
  if (checked === null) return [];
  const { first, last } = await figures.logRange(ctx, period, log);
  return [{ log, ...checked, firstIndex: first, lastIndex: last }];
}
