import type { ConsolidationInput } from "./consolidation-input.js";
import type { Cell } from "./cells.js";
import { HUNDREDTHS, type Grant } from "./demand/grants.js";
import type { Supply } from "./supply/supply.js";

/** Two sums that were taken on different ways, and what is between them. */
export interface ReconciliationLine {
  readonly code:
    | "granted_and_unmet_are_need"
    | "cells_are_needs"
    | "cells_are_declared_lines"
    | "cells_are_rights"
    | "pools_are_verified"
    | "granted_within_rights";
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  /** A difference is an error of the consolidation, not a fact about the State. */
  readonly mustBeZero: boolean;
}

const hundredths = (gpus: number): number => Math.round(gpus * HUNDREDTHS);
const total = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + hundredths(of(item)), 0);

/** GPU-quarters, but for pools: those are the GPUs of the first quarter. */
export function reconcile(
  input: ConsolidationInput,
  cells: readonly Cell[],
  grants: readonly Grant[],
  supply: readonly Supply[],
): readonly ReconciliationLine[] {
  const { quarters } = input.campaign;
  const need = total(grants, ({ demand }) => demand.gpus.likely);
  const granted = total(cells, (cell) => cell.granted);
  const rights = quarters.length * total(input.allocations, ({ nominal }) => nominal);
  const line = (
    code: ReconciliationLine["code"],
    left: number,
    right: number,
    mustBeZero: boolean,
  ): ReconciliationLine => ({
    code,
    left: left / HUNDREDTHS,
    right: right / HUNDREDTHS,
    difference: (left - right) / HUNDREDTHS,
    mustBeZero,
  });
  return [
    line("granted_and_unmet_are_need", granted + total(cells, (cell) => cell.unmet), need, true),
    line(
      "cells_are_needs",
      total(cells, ({ demand }) => demand.likely),
      need,
      true,
    ),
    line(
      "cells_are_declared_lines",
      total(cells, (cell) => cell.declared),
      total(supply, (each) => each.declared),
      true,
    ),
    line(
      "cells_are_rights",
      total(cells, (cell) => cell.allocated),
      rights,
      true,
    ),
    line(
      "pools_are_verified",
      total(input.pools, ({ gpus }) => gpus),
      total(
        supply.filter(({ quarter }) => quarter === quarters[0]),
        (each) => each.verified,
      ),
      false,
    ),
    line("granted_within_rights", granted, rights, false),
  ];
}
