import { crc32 } from "node:zlib";
import type { RequestRecordV1 } from "@socle/contracts";
import type { RecordDraft } from "../../kernel/spool.port.js";

const LF = 0x0a;
const CRC_DIGITS = 8;
const JSON_AT = CRC_DIGITS + 1;
/** Records begin with their names, so that a reader that only counts them need not parse them. */
const NAMES = /^\{"replica":"[^"\\]*","epoch":[0-9]+,"sequence":([0-9]+),/;
const NAMES_BYTES = 160;

/** JSON of a record's content, without its opening brace: written once, for the spool, the ledger and the memory. */
export const recordText = ({ decision, usage }: Pick<RecordDraft, "decision" | "usage">): string =>
  JSON.stringify({ decision, usage }).slice(1);

/** `CRC-32 in 8 hexadecimal digits, a space, the record's JSON, LF` for each record. JSON has no raw line feed. */
export const encodeLines = (
  replica: string,
  epoch: number,
  firstSequence: number,
  texts: readonly string[],
): Buffer => {
  const names = `{"replica":${JSON.stringify(replica)},"epoch":${epoch},"sequence":`;
  let lines = "";
  for (const [index, text] of texts.entries()) {
    const json = `${names}${firstSequence + index},${text}`;
    lines += `${crc32(json).toString(16).padStart(CRC_DIGITS, "0")} ${json}\n`;
  }
  return Buffer.from(lines);
};

/** A record as it lies on disk. */
export interface SpoolLine {
  readonly sequence: number;
  readonly json: string;
  /** Offset behind the line. */
  readonly end: number;
}

export const parseLine = ({ json }: Pick<SpoolLine, "json">): RequestRecordV1 => JSON.parse(json) as RequestRecordV1;

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
    lines.push({ sequence: sequenceOf(json), json: json.toString(), end: from });
  }
  return lines;
};
