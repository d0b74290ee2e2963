import type { RequestRecordV1, UsageBatchV1 } from "@socle/contracts";

export type BatchFault =
  | { readonly kind: "MalformedRecord"; readonly sequence: number; readonly message: string }
  /** Records are missing between what the ledger holds and this batch. */
  | { readonly kind: "Gap"; readonly expected: number };

/** A record that does not belong where it stands: another replica's, another epoch's, or out of order. */
export function misplacedRecord({ replica, epoch, records }: UsageBatchV1): BatchFault | null {
  const first = records[0]?.sequence ?? 1;
  for (const [index, record] of records.entries()) {
    const fault = (message: string): BatchFault => ({ kind: "MalformedRecord", sequence: record.sequence, message });
    if (record.replica !== replica || record.epoch !== epoch) return fault("names another replica or epoch");
    if (record.sequence !== first + index) return fault(`expected sequence ${String(first + index)} here`);
  }
  return null;
}

/** What of a batch the ledger does not hold yet, above its high-water mark; or the gap before it. */
export function freshRecords(
  records: readonly RequestRecordV1[],
  highWater: number,
): { readonly fresh: readonly RequestRecordV1[] } | Extract<BatchFault, { kind: "Gap" }> {
  const fresh = records.filter((record) => record.sequence > highWater);
  const [first] = fresh;
  if (first !== undefined && first.sequence !== highWater + 1) return { kind: "Gap", expected: highWater + 1 };
  return { fresh };
}
