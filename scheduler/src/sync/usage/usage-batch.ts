import type { SpoolBatch } from "../../kernel/spool.port.js";

const MAX_BYTES = 1_000_000;

export interface EncodedBatch {
  readonly body: string;
  readonly first: number;
  readonly last: number;
  /** Of its records. */
  readonly sequences: readonly number[];
}

const linesOf = (batch: SpoolBatch): NonNullable<SpoolBatch["lines"]> =>
  batch.lines ?? batch.records.map((record) => ({ sequence: record.sequence, json: JSON.stringify(record) }));

/** JSON of a `UsageBatchV1` with as many of the records, in order, as fit in a megabyte, and at least one where there is one. */
export function encodeBatch(replica: string, batch: SpoolBatch): EncodedBatch {
  const pieces: string[] = [];
  const lines = linesOf(batch);
  let bytes = 0;
  for (const { json } of lines) {
    bytes += Buffer.byteLength(json) + 1;
    if (bytes > MAX_BYTES && pieces.length > 0) break;
    pieces.push(json);
  }
  const sequences = lines.slice(0, pieces.length).map(({ sequence }) => sequence);
  const end = lines[pieces.length]?.sequence ?? Infinity;
  const setAside = (batch.setAside ?? []).filter((sequence) => sequence < end);
  const head = JSON.stringify({ replica, epoch: batch.epoch, ...(setAside.length === 0 ? {} : { setAside }) });
  return {
    body: `${head.slice(0, -1)},"records":[${pieces.join(",")}]}`,
    first: Math.min(sequences[0] ?? Infinity, setAside[0] ?? Infinity),
    last: Math.max(sequences.at(-1) ?? 0, setAside.at(-1) ?? 0),
    sequences,
  };
}
