import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Quarter } from "../campaign/quarter.js";
import { recordIssue, type FieldIssue } from "../template/cell-issue.js";
import { NEED_KEYS, needTemplate, QUANTITY_LEVELS, quantityKey } from "../template/need-template.js";
import { completenessOf, readRecord, type CellsByField } from "../template/read-record.js";
import type { FieldValue, Template } from "../template/template-field.js";
import type { NeedContent, NeedQuantity } from "./capacity-need.js";

type Values = Readonly<Record<string, FieldValue>>;

/** A need from its cells in a campaign of these quarters, or every issue of it. */
export function readNeed(
  template: Template,
  quarters: readonly Quarter[],
  cells: CellsByField,
): Result<NeedContent, readonly FieldIssue[]> {
  const read = readRecord(template, cells);
  if (!read.ok) return read;
  const quantities = quarters.map((quarter) => quantityOf(read.value, quarter));
  const issues = [...quantities.flatMap(orderIssues), ...togetherIssues(read.value)];
  if (issues.length > 0) return refuse(issues);
  const keys = new Set(quarters.flatMap((quarter) => QUANTITY_LEVELS.map((level) => quantityKey(quarter, level))));
  const told = Object.fromEntries(Object.entries(read.value).filter(([key]) => !keys.has(key)));
  // The template holds one entry for each field of a need, with the rule that gives its type.
  return ok({ ...told, quantities } as unknown as NeedContent);
}

/** What the ministry said of a need, apart from what the platform adds. */
export const contentOf = (need: NeedContent): NeedContent =>
  Object.fromEntries([...NEED_KEYS, "quantities" as const].map((key) => [key, need[key]])) as unknown as NeedContent;

/** A need's values by template key: what `readNeed` was given, as values. */
export const needValues = ({ quantities, ...told }: NeedContent): Values => ({
  ...(told as unknown as Values),
  ...Object.fromEntries(
    quantities.flatMap((quantity) =>
      QUANTITY_LEVELS.map((level) => [quantityKey(quantity.quarter, level), quantity[level]]),
    ),
  ),
});

const quantityOf = (values: Values, quarter: Quarter): NeedQuantity => ({
  quarter,
  low: Number(values[quantityKey(quarter, "low")]),
  likely: Number(values[quantityKey(quarter, "likely")]),
  high: Number(values[quantityKey(quarter, "high")]),
});

const orderIssues = (quantity: NeedQuantity): readonly FieldIssue[] =>
  quantity.low <= quantity.likely && quantity.likely <= quantity.high
    ? []
    : [
        recordIssue(
          "need.quantities_out_of_order",
          quantityKey(quantity.quarter, "likely"),
          `${quantity.quarter} : bas ≤ probable ≤ haut.`,
          `${quantity.quarter}: low ≤ likely ≤ high.`,
        ),
      ];

const PAIRS = [
  ["inputTokens", "inputTokensP95"],
  ["outputTokens", "outputTokensP95"],
] as const;

function togetherIssues(values: Values): readonly FieldIssue[] {
  return PAIRS.filter(([mean, p95]) => values[p95] !== null && Number(values[p95]) < Number(values[mean])).map(
    ([, p95]) =>
      recordIssue(
        "need.p95_under_mean",
        p95,
        "Le 95e centile est sous la moyenne.",
        "The 95th percentile is under the mean.",
      ),
  );
}

/** Share of the fields that a need of these quarters fills, 0 to 1. */
export const needCompleteness = (quarters: readonly Quarter[], content: NeedContent): number =>
  completenessOf(needTemplate(quarters), needValues(content));
