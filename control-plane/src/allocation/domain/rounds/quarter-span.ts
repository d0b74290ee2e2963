import { parisPeriod } from "../../../kernel/paris-calendar.js";
import type { Round } from "./round.js";

const QUARTER = /^(20\d{2})Q([1-4])$/;

/** Paris midnight of the first day of `2026Q4`. */
export function quarterStart(quarter: string): Date {
  const [, year, place] = QUARTER.exec(quarter) ?? [];
  if (year === undefined || place === undefined) throw new RangeError(`${quarter} is not a quarter`);
  return parisPeriod("month", new Date(Date.UTC(Number(year), (Number(place) - 1) * 3, 15))).start;
}

/** The quarter that follows. */
export function quarterAfter(quarter: string): string {
  const [year, place] = [Number(quarter.slice(0, 4)), Number(quarter.slice(5))];
  return place === 4 ? `${String(year + 1)}Q1` : `${String(year)}Q${String(place + 1)}`;
}

export const areConsecutive = (quarters: readonly string[]): boolean =>
  quarters.every(
    (quarter, index) => QUARTER.test(quarter) && (index === 0 || quarterAfter(quarters[index - 1] ?? "") === quarter),
  );

/** When the grants of a quarter hold. */
export interface Span {
  readonly from: Date;
  /** `null`: until something replaces them. */
  readonly to: Date | null;
}

/** One span for each quarter, cut to the round's own dates; `null` for one that lies outside of them. */
export function spansOf(round: Pick<Round, "quarters" | "effectFrom" | "expiresAt">): readonly (Span | null)[] {
  return round.quarters.map((quarter, index) => {
    const isLast = index === round.quarters.length - 1;
    const from = new Date(Math.max(quarterStart(quarter).getTime(), round.effectFrom.getTime()));
    const next = quarterStart(quarterAfter(quarter));
    const end =
      round.expiresAt === null ? (isLast ? null : next) : new Date(Math.min(next.getTime(), round.expiresAt.getTime()));
    return end !== null && end <= from ? null : { from, to: end };
  });
}
