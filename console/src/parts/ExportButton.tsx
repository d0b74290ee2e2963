import { Button } from "@mui/material";
import { Download } from "lucide-react";
import { useTranslate } from "react-admin";
import { csvText, downloadCsv } from "./csv";
import type { Column } from "./Table";

interface Props<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** Exports exactly the rows on screen, raw figures, one column for each that has a `csv`. */
export function ExportButton<Row>({ name, columns, rows }: Props<Row>) {
  const t = useTranslate();
  const exported = columns.flatMap((column) => (column.csv === undefined ? [] : [column.csv]));
  const save = () =>
    downloadCsv(
      name,
      csvText(
        exported.map((column) => column.header),
        rows.map((row) => exported.map((column) => column.value(row))),
      ),
    );
  return (
    <Button onClick={save}>
      <Download className="icon" aria-hidden="true" />
      {t("action.export")}
    </Button>
  );
}
