import { FACT_SCHEMA } from "../facts.js";
import type { FactType } from "../facts.js";

/** A fact as a column of a decision table. */
export interface FactColumn {
  /** `part.field`, the column's heading. */
  readonly fact: string;
  readonly type: FactType;
  /** What one item of a list is called in the expressions that are written for it. */
  readonly item: string;
}

const ITEMS: Readonly<Record<string, string>> = {
  ...{ labels: "label", askedLabels: "label", acceptedLabels: "label", path: "slug", derogations: "rule" },
  ...{ qualifications: "scheme", expiring: "scheme", homologations: "level" },
  ...{ locations: "country", transferSafeguards: "country", supportAccessCountries: "country" },
};

/** Every fact, in the order of the schema: the order in which conditions of one row are written. */
export const FACT_COLUMNS: readonly FactColumn[] = Object.entries(FACT_SCHEMA).flatMap(([part, fields]) =>
  Object.entries(fields as Readonly<Record<string, FactType>>).map(([field, type]) => ({
    ...{ fact: `${part}.${field}`, type, item: ITEMS[field] ?? "item" },
  })),
);

const BY_NAME = new Map(FACT_COLUMNS.map((column) => [column.fact, column]));

export const factColumn = (fact: string): FactColumn | undefined => BY_NAME.get(fact);

const EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

/** Lists that a cell names instead of writing them out. */
export const NAMED_LISTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["@EU", EU],
  ["@EEA", [...EU, "IS", "LI", "NO"]],
]);
