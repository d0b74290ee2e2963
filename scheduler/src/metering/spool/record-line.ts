import { crc32 } from "node:zlib";
import type { RequestRecordV1 } from "@socle/contracts";
import type { RecordDraft } from "../../kernel/spool.port.js";

const LF = 0x0a;
const COMMA = 0x2c;
const CRC_DIGITS = 8;
const JSON_AT = CRC_DIGITS + 1;
/** Records begin with their names, so that a reader that only counts them need not parse them. */
const NAMES = /^\{"replica":"[^"\\]*","epoch":[0-9]+,"sequence":([0-9]+),/;
const NAMES_BYTES = 160;
/** Digits of the largest sequence, a comma, a line feed. */
const BESIDE_TEXT = 16 + 2;

/** A record as it lies on disk. */
export interface SpoolLine {
  readonly sequence: number;
  /** The record's JSON, UTF-8. */
  readonly json: Buffer;
  /** Offset behind the line. */
  readonly end: number;
}

/** Records in the bytes of one write. */
export interface EncodedLines {
  readonly bytes: Buffer;
  readonly lines: readonly SpoolLine[];
}

/**
 * `CRC-32 in 8 hexadecimal digits, a space, the record's JSON, LF` for each record. JSON has no raw line feed. Each record
 * is written once, where the disk, the ledger and the memory of this process then read it.
 */
export const encodeLines = (
  replica: string,
  epoch: number,
  firstSequence: number,
  records: readonly Pick<RecordDraft, "decision" | "usage">[],
): EncodedLines => {
  const names = `{"replica":${JSON.stringify(replica)},"epoch":${epoch},"sequence":`;
  const texts = records.map(({ decision, usage }) => JSON.stringify({ decision, usage }));
  let size = texts.length * (JSON_AT + Buffer.byteLength(names) + BESIDE_TEXT);
  for (const text of texts) size += Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafeSlow(size);
  const lines: SpoolLine[] = [];
  let at = 0;
  for (const text of texts) {
    const sequence = firstSequence + lines.length;
    const start = at + JSON_AT;
    const textAt = start + bytes.write(`${names}${sequence}`, start);
    const end = textAt + bytes.write(text, textAt);
    // What was the content's opening brace goes on from the names.
    bytes[textAt] = COMMA;
    bytes[end] = LF;
    const json = bytes.subarray(start, end);
    bytes.write(`${crc32(json).toString(16).padStart(CRC_DIGITS, "0")} `, at, "latin1");
    at = end + 1;
    lines.push({ sequence, json, end: at });
  }
  return { bytes: bytes.subarray(0, at), lines };
};

export const parseLine = ({ json }: Pick<SpoolLine, "json">): RequestRecordV1 =>
  JSON.parse(json.toString()) as RequestRecordV1;

/** The JSON of a whole line without its LF; `null` when the line was damaged. */
const jsonOf = (line: Buffer): Buffer | null => {
  if (line.length <= JSON_AT || line[CRC_DIGITS] !== 0x20) return null;
  const json = line.subarray(JSON_AT);
  return crc32(json) === Number.parseInt(line.toString("latin1", 0, CRC_DIGITS), 16) ? json : null;
};

const sequenceOf = (json: Buffer): number => {
  const named = NAMES.exec(json.toString("latin1", 0, NAMES_BYTES));
  return named === null ? (JSON.parse(json.toString()) as RequestRecordV1).sequence : Number(named[1]);
};

/** Whole, undamaged lines from the start of `bytes`; ends at the first torn or damaged one. */
export const readLines = (bytes: Buffer, most: number): SpoolLine[] => {
  const lines: SpoolLine[] = [];
  for (let from = 0; lines.length < most;) {
    const at = bytes.indexOf(LF, from);
    const json = at === -1 ? null : jsonOf(bytes.subarray(from, at));
    if (json === null) return lines;
    from = at + 1;
    lines.push({ sequence: sequenceOf(json), json, end: from });
  }
  return lines;
};
