import type { RequestRecordV1, UsageBatchV1 } from "@socle/contracts";

export type BatchFault =
  | { readonly kind: "MalformedRecord"; readonly sequence: number; readonly message: string }
  /** Records are missing between what the ledger holds and this batch. */
  | { readonly kind: "Gap"; readonly expected: number };

/** How far a (replica, epoch) was taken in, and which sequences below were passed over and may still come. */
export interface TakenIn {
  readonly highWater: number;
  readonly setAside: ReadonlySet<number>;
}

/** A record that does not belong where it stands: another replica's, another epoch's, or out of order. */
export function misplacedRecord({ replica, epoch, records, setAside = [] }: UsageBatchV1): BatchFault | null {
  const passed = new Set(setAside);
  let expected = records[0]?.sequence ?? 1;
  for (const record of records) {
    const fault = (message: string): BatchFault => ({ kind: "MalformedRecord", sequence: record.sequence, message });
    if (record.replica !== replica || record.epoch !== epoch) return fault("names another replica or epoch");
    if (passed.has(record.sequence)) return fault("is named as set aside");
    while (passed.has(expected)) expected += 1;
    if (record.sequence !== expected) return fault(`expected sequence ${String(expected)} here`);
    expected += 1;
  }
  return null;
}

/**
 * What of a batch the ledger does not hold yet: records above its high-water mark, and those passed over earlier; with how
 * far it is taken in then. Or the gap before it.
 */
export function freshRecords(
  { records, setAside = [] }: Pick<UsageBatchV1, "records" | "setAside">,
  known: TakenIn,
): { readonly fresh: readonly RequestRecordV1[]; readonly after: TakenIn } | Extract<BatchFault, { kind: "Gap" }> {
  const { highWater } = known;
  const fresh = records.filter(({ sequence }) => sequence > highWater || known.setAside.has(sequence));
  const passed = setAside.filter((sequence) => sequence > highWater);
  const above = [...fresh.map(({ sequence }) => sequence).filter((sequence) => sequence > highWater), ...passed];
  above.sort((a, b) => a - b);
  const gap = above.findIndex((sequence, index) => sequence !== highWater + 1 + index);
  if (gap !== -1) return { kind: "Gap", expected: highWater + 1 + gap };
  const waiting = new Set([...known.setAside, ...passed]);
  for (const { sequence } of fresh) waiting.delete(sequence);
  return { fresh, after: { highWater: highWater + above.length, setAside: waiting } };
}
