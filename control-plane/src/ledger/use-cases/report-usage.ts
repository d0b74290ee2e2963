import { parisDay } from "@socle/contracts";
import { parisPeriod } from "../../kernel/paris-calendar.js";
import type { Context } from "../../kernel/use-case.js";
import { usageReport, type UsageGroup, type UsageReport } from "../domain/usage-report.js";
import type { DayRange } from "../ports/usage-ledger.port.js";
import type { LedgerPorts } from "../ports/ledger-ports.js";

type Ports = Pick<LedgerPorts, "ledger" | "tree">;

export interface UsageReportReading extends UsageReport {
  /** The whole Paris days that are covered: from inclusive, to exclusive. */
  readonly from: Date;
  readonly to: Date;
  /** Time of the newest request in the ledger that the reader may see. */
  readonly upTo: Date | null;
}

/** Every Paris day that the period touches; an empty period is its first day. */
export function daysOf(from: Date, to: Date): DayRange & { readonly start: Date; readonly end: Date } {
  const last = to > from ? new Date(to.getTime() - 1) : from;
  const start = parisPeriod("day", from).start;
  const end = parisPeriod("day", last).end;
  return { fromDay: parisDay(start), toDay: parisDay(last), start, end };
}

/** Usage by day and group, over the whole Paris days that the period touches. */
export const reportUsage =
  (ports: Ports) =>
  async (ctx: Context, from: Date, to: Date, group: UsageGroup): Promise<UsageReportReading> => {
    const days = daysOf(from, to);
    const lines = await ports.ledger.daily(ctx, days, group);
    const keys = [...new Set(lines.flatMap((line) => line.key ?? []))];
    const ministries = group === "ministry" ? await ports.tree.ministriesOf(ctx, keys) : new Map<string, string>();
    const report = usageReport(lines, (key) => ministries.get(key) ?? key);
    return { ...report, from: days.start, to: days.end, upTo: await ports.ledger.newest(ctx) };
  };
