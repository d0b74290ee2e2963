import type { SpoolBatch } from "../../kernel/spool.port.js";

const MAX_BYTES = 1_000_000;
const COMMA = Buffer.from(",");
const CLOSING = Buffer.from("]}");

export interface EncodedBatch {
  /** UTF-8 JSON. */
  readonly body: Buffer;
  readonly first: number;
  readonly last: number;
  /** Of its records. */
  readonly sequences: readonly number[];
}

const linesOf = (batch: SpoolBatch): NonNullable<SpoolBatch["lines"]> =>
  batch.lines ??
  batch.records.map((record) => ({ sequence: record.sequence, json: Buffer.from(JSON.stringify(record)) }));

/** How many of the lines fit in a call; at least one where there is one. */
const fitting = (lines: NonNullable<SpoolBatch["lines"]>): number => {
  let bytes = 0;
  for (const [index, { json }] of lines.entries()) {
    bytes += json.length + 1;
    if (bytes > MAX_BYTES && index > 0) return index;
  }
  return lines.length;
};

/** JSON of a `UsageBatchV1` with as many of the records, in order, as fit in a megabyte, and at least one where there is one. */
export function encodeBatch(replica: string, batch: SpoolBatch): EncodedBatch {
  const lines = linesOf(batch);
  const count = fitting(lines);
  const sequences = lines.slice(0, count).map(({ sequence }) => sequence);
  const end = lines[count]?.sequence ?? Infinity;
  const setAside = (batch.setAside ?? []).filter((sequence) => sequence < end);
  const head = JSON.stringify({ replica, epoch: batch.epoch, ...(setAside.length === 0 ? {} : { setAside }) });
  const pieces = lines.slice(0, count).flatMap(({ json }, index) => (index === 0 ? [json] : [COMMA, json]));
  return {
    body: Buffer.concat([Buffer.from(`${head.slice(0, -1)},"records":[`), ...pieces, CLOSING]),
    first: Math.min(sequences[0] ?? Infinity, setAside[0] ?? Infinity),
    last: Math.max(sequences.at(-1) ?? 0, setAside.at(-1) ?? 0),
    sequences,
  };
}
