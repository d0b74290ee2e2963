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

/** Columns of the list: of every kind the same, of one kind its short fields too. @param open shows one whole */
export function usePlanColumns(kind: PlanRecordKind | null, open: (id: string) => void): readonly Column<PlanRow>[] {
  const t = useTranslate();
  const format = useFormat();
  const fields = kind === null ? [] : Object.entries(rowOf(kind).fields);
  const short = fields.filter(([, field]) => SHORT.includes(field.kind)).slice(0, SHOWN);
  const about = (row: PlanRow): string =>
    [kind === null ? inWords(rowOf(row.kind).label, format) : "", row.invented ? t("plan.invented") : ""]
      .filter(Boolean)
      .join(", ");
  return [
    column("TITLE", t("plan.field.title"), "title", (row) => row.title, {
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
      kind === null ? t("plan.due") : inWords(rowOf(kind).due?.label ?? { fr: "", en: "" }, format),
      "due_on",
      (row) => row.dueOn,
      { cell: (row) => dueWords(row, format) || NONE },
    ),
    ...short.map(([name, field]): Column<PlanRow> => ({
      id: name,
      header: inWords(field.label, format),
      numeric: field.kind === "whole" || field.kind === "number",
      cell: (row) => valueWords(field, valueOf(row, name), format) || NONE,
    })),
    column("state", t("registry.state"), "state", (row) => row.state, {
      cell: (row) => <StateWord state={stateTag(row)}>{stateWords(row, format)}</StateWord>,
    }),
    column("organisation", t("registry.organisation"), "organisation", (row) => row.organisation.slug, {
      cell: (row) => row.organisation.acronym ?? row.organisation.name,
    }),
    column("DECLARED", t("plan.declaredAt"), "declared_at", (row) => row.declaredAt, { show: format.date }),
  ];
}

/** What the file tells beside the columns of the list: each field of one kind, or those of all in one column. */
export function fileColumns(kind: PlanRecordKind | null): readonly Column<PlanRow>[] {
  const told = (header: string, value: (row: PlanRow) => string | null): Column<PlanRow> =>
    column(header, header, header, value, { cell: () => null });
  const fields =
    kind === null
      ? [
          told("values", ({ fields: said }) =>
            JSON.stringify(Object.fromEntries(said.map(({ name, value }) => [name, value]))),
          ),
        ]
      : Object.keys(rowOf(kind).fields).map((name) => told(name, (row) => valueOf(row, name)));
  return [
    told("kind", (row) => nameOf(row.kind)),
    told("due_from", (row) => row.dueFrom),
    ...fields,
    told("source", (row) => row.source),
    told("invented", (row) => String(row.invented)),
  ];
}

const valueOf = (row: PlanRow, name: string): string => row.fields.find((each) => each.name === name)?.value ?? "";
