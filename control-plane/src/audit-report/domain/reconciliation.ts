import { QUANTITY_NAMES, type Amounts, type Quantity } from "@socle/contracts";

/** The same period counted from places that are written apart. */
export interface Reconciliation {
  /** Every record counted again. */
  readonly records: Amounts;
  /** The sums that are kept by the day, which the usage pages show. */
  readonly dailySums: Amounts;
  /** Records of the period that have their place in the log. */
  readonly logged: number;
  /** Records that still wait for one. */
  readonly waiting: number;
  /** Records without an entry: somebody took it away. */
  readonly lost: number;
}

export interface Difference {
  readonly what: Quantity | "log";
  readonly by: number;
}

/** Where the sources differ; empty when every record is in the log (or waits) and the sums are equal. */
export function differences({ records, dailySums, logged, waiting, lost }: Reconciliation): readonly Difference[] {
  const sums = QUANTITY_NAMES.map((what): Difference => ({ what, by: (dailySums[what] ?? 0) - (records[what] ?? 0) }));
  const log: Difference = { what: "log", by: logged + waiting - (records.requests ?? 0) };
  return [...sums, log, { what: "log" as const, by: -lost }].filter(({ by }) => by !== 0);
}
