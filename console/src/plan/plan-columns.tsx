import { useTranslate } from "react-admin";
import type { PlanRecordKind, PlanRow } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { dueWords, inWords, nameOf, rowOf, stateTag, stateWords, valueWords } from "./plan-words";

/** Fields of a kind that its list shows; the others are in the record. */
const SHOWN = 3;
const SHORT = ["line", "country", "choice", "whole", "number", "day"];

const valueOf = (row: PlanRow, name: string): string => row.fields.find((each) => each.name === name)?.value ?? "";

/** Columns of the list: of every kind the same, of one kind its short fields too. @param open shows one whole */
export function usePlanColumns(kind: PlanRecordKind | null, open: (id: string) => void): readonly Column<PlanRow>[] {
  const t = useTranslate();
  const format = useFormat();
  const fields = kind === null ? [] : Object.entries(rowOf(kind).fields);
  const about = (row: PlanRow): string =>
    [kind === null ? inWords(rowOf(row.kind).label, format) : "", row.invented ? t("plan.invented") : ""]
      .filter(Boolean)
      .join(", ");
  return [
    column("TITLE", t("plan.field.title"), "title", (row: PlanRow) => row.title, {
      cell: (row) => (
        <>
          <button type="button" className="link" style={{ textAlign: "start" }} onClick={() => open(row.id)}>
            {row.title}
          </button>
          <span className="sub">{about(row)}</span>
        </>
      ),
    }),
    column(
      "DUE",
      kind === null ? t("plan.due") : inWords(rowOf(kind).due.label, format),
      "due_on",
      (row: PlanRow) => row.dueOn,
      { cell: (row) => dueWords(row, format) || NONE },
    ),
    ...fields
      .filter(([, field]) => SHORT.includes(field.kind))
      .slice(0, SHOWN)
      .map(([name, field]) =>
        column(name, inWords(field.label, format), name, (row: PlanRow) => valueOf(row, name), {
          show: (value) => valueWords(field, value, format) || NONE,
          numeric: field.kind === "whole" || field.kind === "number",
        }),
      ),
    column("state", t("registry.state"), "state", (row: PlanRow) => row.state, {
      cell: (row) => <StateWord state={stateTag(row)}>{stateWords(row, format)}</StateWord>,
    }),
    column("organisation", t("registry.organisation"), "organisation", (row: PlanRow) => row.organisation.slug, {
      cell: (row) => row.organisation.acronym ?? row.organisation.name,
    }),
    column("DECLARED", t("plan.declaredAt"), "declared_at", (row: PlanRow) => row.declaredAt, { show: format.date }),
  ];
}

/** What the file tells beside the columns of the list: each other field of one kind, or those of all in one column. */
export function fileColumns(
  kind: PlanRecordKind | null,
  shown: readonly Column<PlanRow>[],
): readonly Column<PlanRow>[] {
  const told = (header: string, value: (row: PlanRow) => string | null) => column(header, header, header, value);
  const others =
    kind === null
      ? [
          told("values", ({ fields }) =>
            JSON.stringify(Object.fromEntries(fields.map((each) => [each.name, each.value]))),
          ),
        ]
      : Object.keys(rowOf(kind).fields)
          .filter((name) => shown.every(({ id }) => id !== name))
          .map((name) => told(name, (row) => valueOf(row, name)));
  return [
    told("kind", (row) => nameOf(row.kind)),
    told("due_from", (row) => row.dueFrom),
    ...others,
    told("source", (row) => row.source),
    told("invented", (row) => String(row.invented)),
  ];
}
