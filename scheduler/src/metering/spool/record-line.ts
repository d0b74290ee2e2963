import { crc32 } from "node:zlib";
import type { RequestRecordV1 } from "@socle/contracts";

const LF = 0x0a;

/** `CRC-32 in 8 hexadecimal digits, a space, the record's JSON, LF`. JSON has no raw line feed. */
export const encodeLine = (record: RequestRecordV1): Buffer => {
  const json = JSON.stringify(record);
  return Buffer.from(`${crc32(json).toString(16).padStart(8, "0")} ${json}\n`);
};

/** The record of a whole line without its LF; `null` when the line was damaged. */
export const decodeLine = (line: Buffer): RequestRecordV1 | null => {
  if (line.length < 10 || line[8] !== 0x20) return null;
  const json = line.subarray(9);
  if (crc32(json) !== Number.parseInt(line.toString("latin1", 0, 8), 16)) return null;
  return JSON.parse(json.toString()) as RequestRecordV1;
};

export interface ReadLine {
  readonly record: RequestRecordV1;
  /** Offset behind the line. */
  readonly end: number;
}

/** Whole, undamaged lines from the start of `bytes`; ends at the first torn or damaged one. */
export const readLines = (bytes: Buffer, most: number): ReadLine[] => {
  const lines: ReadLine[] = [];
  for (let from = 0; lines.length < most;) {
    const at = bytes.indexOf(LF, from);
    const record = at === -1 ? null : decodeLine(bytes.subarray(from, at));
    if (record === null) return lines;
    from = at + 1;
    lines.push({ record, end: from });
  }
  return lines;
};
