import type { SpoolBatch } from "../../kernel/spool.port.js";

const MAX_BYTES = 1_000_000;

export interface EncodedBatch {
  readonly body: string;
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

const linesOf = (batch: SpoolBatch): NonNullable<SpoolBatch["lines"]> =>
  batch.lines ?? batch.records.map((record) => ({ sequence: record.sequence, json: JSON.stringify(record) }));

/** JSON of a `UsageBatchV1` with as many of the records, in order, as fit in a megabyte, and at least one. */
export function encodeBatch(replica: string, batch: SpoolBatch): EncodedBatch {
  const pieces: string[] = [];
  const lines = linesOf(batch);
  let bytes = 0;
  for (const { json } of lines) {
    bytes += Buffer.byteLength(json) + 1;
    if (bytes > MAX_BYTES && pieces.length > 0) break;
    pieces.push(json);
  }
  const head = JSON.stringify({ replica, epoch: batch.epoch });
  return {
    body: `${head.slice(0, -1)},"records":[${pieces.join(",")}]}`,
    first: lines[0]?.sequence ?? 0,
    last: lines[pieces.length - 1]?.sequence ?? 0,
    count: pieces.length,
  };
}
