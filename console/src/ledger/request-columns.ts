import { QUANTITIES, QUANTITY_NAMES } from "@socle/contracts";
import type { RequestRow } from "../generated/operations";
import type { CsvCell } from "../parts/csv";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";

const exported = (id: string, value: (row: RequestRow) => CsvCell): Column<RequestRow> =>
  column(id, id, id, value, { cell: () => null });

/** Columns of the export; on screen the requests are a list, not a table. */
export const requestColumns: readonly Column<RequestRow>[] = [
  exported("decision", (row) => row.id),
  exported("at", (row) => row.at),
  exported("outcome", (row) => row.outcome),
  exported("code", (row) => row.code),
  exported("organisation", (row) => row.organisation?.slug ?? null),
  exported("use_case", (row) => row.useCaseName),
  exported("application", (row) => row.applicationName),
  exported("model", (row) => row.modelName),
  exported("pool", (row) => row.poolName),
  ...QUANTITY_NAMES.filter((quantity) => QUANTITIES[quantity].origin !== "record").map((quantity) =>
    exported(quantity, (row) => row.amounts.find((each) => each.quantity === quantity)?.amount ?? null),
  ),
  exported("first_token_ms", (row) => row.firstTokenMs),
  exported("total_ms", (row) => row.totalMs),
];
