import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { SheetCell, SheetEvent } from "../../kernel/sheet.js";
import { decodeText, delimiterOf } from "./decode-text.js";

const MAX_RECORD = 1_000_000;
/** Characters that are parsed between two looks at other work. */
const PIECE = 256 * 1024;

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly records: number; readonly bytes: number };
}

/** Rows of a CSV file, whatever its separator, line ends and encoding. */
export async function* readCsv(file: Uint8Array): AsyncGenerator<SheetEvent> {
  const text = decodeText(file);
  const parser = parse({
    delimiter: delimiterOf(text),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD,
  });
  const records = Readable.from(piecesOf(text))
    .on("error", (error) => parser.destroy(error))
    .pipe(parser);
  try {
    for await (const { record, info } of records as AsyncIterable<ParsedRecord>) {
      const progress = Math.min(1, info.bytes / Math.max(1, text.length));
      yield { kind: "row", number: info.records, cells: record.map(cellOf), progress };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield {
      kind: "unreadable",
      code: "file.csv_broken",
      message: {
        fr: "Le fichier CSV est mal formé : guillemets non fermés ou ligne démesurée.",
        en: "The CSV file is broken: a quote that does not close, or a line beyond measure.",
      },
    };
  }
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** A formula is no value; the first apostrophe before one says that it is text, as exports write it. */
const cellOf = (text: string): SheetCell => {
  if (text.startsWith("=")) return { problem: "formula" };
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
};
