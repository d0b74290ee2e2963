/** How long rows of a table are kept, and why. */
export interface RetentionRule {
  readonly table: "request_record" | "lease_call" | "replica_high_water" | "creation_receipt";
  /** Setting by which an installation keeps them for longer, or shorter down to `leastMonths`. */
  readonly setting: string;
  readonly months: number;
  /** The database holds to it too, whatever the setting says. */
  readonly leastMonths: number;
  /** The same where no transparency log is kept, if it is another. */
  readonly leastMonthsWithoutLog?: number;
  /** What the time is for: a text of law, or a need. */
  readonly why: string;
  /** What never goes, however old it is. */
  readonly never: string;
  /** By whole partitions of a day, or by rows in batches of this size. */
  readonly dropped: "days" | number;
}

/**
 * Everything that grows with use and is not kept for good, in the order in which it is dropped. What is not named here
 * stays: the governance journal and the sums of each day above all. The function `retention_<table>` drops.
 */
export const RETENTION: readonly RetentionRule[] = [
  {
    ...{ table: "request_record", setting: "SOCLE_RETENTION_REQUEST_RECORD_MONTHS", months: 13, leastMonths: 6 },
    leastMonthsWithoutLog: 12,
    why: "Regulation (EU) 2024/1689, articles 19 and 26(6): logs for six months at least; a year's report takes one more",
    never:
      "a day of which an entry, or an earlier one, is not published in the transparency log; where none is kept, a year",
    dropped: "days",
  },
  {
    ...{ table: "lease_call", setting: "SOCLE_RETENTION_LEASE_CALL_MONTHS", months: 3, leastMonths: 1 },
    why: "a call that a replica repeats is answered alike; a lost epoch is closed by a person",
    never: "an epoch that still holds a part of a budget",
    dropped: 1000,
  },
  {
    ...{
      table: "replica_high_water",
      setting: "SOCLE_RETENTION_REPLICA_HIGH_WATER_MONTHS",
      months: 14,
      leastMonths: 7,
    },
    why: "no record of a replica's spool is taken in twice, as long as records are kept",
    never: "an epoch of which a record is kept, or that asks for leases",
    dropped: 1000,
  },
  {
    ...{ table: "creation_receipt", setting: "SOCLE_RETENTION_CREATION_RECEIPT_MONTHS", months: 3, leastMonths: 1 },
    why: "what a client sends again under its key is created once",
    never: "nothing",
    dropped: 1000,
  },
];
