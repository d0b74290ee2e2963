import type { RequestRecordV1 } from "@socle/contracts";
import type { SpoolBatch } from "../../kernel/spool.port.js";

const MAX_BYTES = 1_000_000;

/** JSON of a `UsageBatchV1` with as many of the records, in order, as fit in a megabyte, and at least one. */
export function encodeBatch(
  replica: string,
  batch: SpoolBatch,
): { readonly body: string; readonly records: readonly RequestRecordV1[] } {
  const pieces: string[] = [];
  let bytes = 0;
  for (const record of batch.records) {
    const piece = JSON.stringify(record);
    bytes += Buffer.byteLength(piece) + 1;
    if (bytes > MAX_BYTES && pieces.length > 0) break;
    pieces.push(piece);
  }
  const head = JSON.stringify({ replica, epoch: batch.epoch });
  return {
    body: `${head.slice(0, -1)},"records":[${pieces.join(",")}]}`,
    records: batch.records.slice(0, pieces.length),
  };
}
