import type { SheetFormat } from "../../domain/import/capacity-import.js";
import type { SheetEvent } from "../../../kernel/sheet.js";

/** Reads files that anybody may have made: bounded in memory whatever they hold, and never throws for what they hold. */
export interface SheetReader {
  read(format: SheetFormat, file: Uint8Array): AsyncIterable<SheetEvent>;
}

/** Writes the files that `SheetReader` reads. */
export interface SheetWriter {
  write(format: SheetFormat, rows: Iterable<readonly (string | number)[]>): Promise<Uint8Array>;
}
