/** One source's count of the period. */
export interface Tally {
  readonly records: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costMicroEuro: number;
}

/** The same period counted from places that are written apart. */
export interface Reconciliation {
  /** Every record counted again. */
  readonly records: Tally;
  /** The sums that are kept by the day, which the usage pages show. */
  readonly dailySums: Tally;
  /** Records of the period that have their place in the log. */
  readonly logged: number;
  /** Records that still wait for one. */
  readonly waiting: number;
  /** Records without an entry: somebody took it away. */
  readonly lost: number;
}

export interface Difference {
  readonly what: keyof Tally | "log";
  readonly by: number;
}

const TALLIED: readonly (keyof Tally)[] = ["records", "inputTokens", "outputTokens", "costMicroEuro"];

/** Where the sources differ; empty when every record is in the log (or waits) and the sums are equal. */
export function differences({ records, dailySums, logged, waiting, lost }: Reconciliation): readonly Difference[] {
  const sums = TALLIED.map((what): Difference => ({ what, by: dailySums[what] - records[what] }));
  const log: Difference = { what: "log", by: logged + waiting - records.records };
  return [...sums, log, { what: "log" as const, by: -lost }].filter(({ by }) => by !== 0);
}
