import { Button } from "@mui/material";
import { Download } from "lucide-react";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { csvText, downloadCsv } from "./csv";
import { MOST_ROWS, TooManyRows } from "./list/every-row";
import type { Column } from "./Table";

interface Props<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  /** All that is found: the rows, or how to fetch those that are not on screen. */
  readonly rows: readonly Row[] | (() => Promise<readonly Row[]>);
}

/** Exports every row that is found, raw figures, one column for each that has a `csv`. */
export function ExportButton<Row>({ name, columns, rows }: Props<Row>) {
  const t = useTranslate();
  const format = useFormat();
  const notify = useNotify();
  const [reading, setReading] = useState(false);
  const exported = columns.flatMap((column) => (column.csv === undefined ? [] : [column.csv]));
  const save = async () => {
    if (reading) return;
    setReading(true);
    try {
      const all = typeof rows === "function" ? await rows() : rows;
      const lines = all.map((row) => exported.map((column) => column.value(row)));
      downloadCsv(
        name,
        csvText(
          exported.map((column) => column.header),
          lines,
        ),
      );
    } catch (error) {
      const key = error instanceof TooManyRows ? "table.exportTooLong" : "state.failed";
      notify(t(key, { most: format.integer(MOST_ROWS) }), { type: "error" });
    } finally {
      setReading(false);
    }
  };
  return (
    <Button onClick={() => void save()} aria-disabled={reading}>
      <Download className="icon" aria-hidden="true" />
      {reading ? t("action.exporting") : t("action.export")}
    </Button>
  );
}
