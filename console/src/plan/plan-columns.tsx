import { useTranslate } from "react-admin";
import type { PlanRecordKind, PlanRow } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
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
    {
      id: "TITLE",
      header: t("plan.field.title"),
      cell: (row) => (
        <>
          <button type="button" className="link" style={{ textAlign: "start" }} onClick={() => open(row.id)}>
            {row.title}
          </button>
          <span className="sub">{about(row)}</span>
        </>
      ),
      csv: { header: "title", value: (row) => row.title },
    },
    {
      id: "DUE",
      header: kind === null ? t("plan.due") : inWords(rowOf(kind).due?.label ?? { fr: "", en: "" }, format),
      cell: (row) => dueWords(row, format) || NONE,
      csv: { header: "due_on", value: (row) => row.dueOn },
    },
    ...short.map(([name, field]): Column<PlanRow> => ({
      id: name,
      header: inWords(field.label, format),
      numeric: field.kind === "whole" || field.kind === "number",
      cell: (row) => valueWords(field, valueOf(row, name), format) || NONE,
    })),
    {
      id: "state",
      header: t("registry.state"),
      cell: (row) => <StateWord state={stateTag(row)}>{stateWords(row, format)}</StateWord>,
      csv: { header: "state", value: (row) => row.state },
    },
    {
      id: "organisation",
      header: t("registry.organisation"),
      cell: (row) => row.organisation.acronym ?? row.organisation.name,
      csv: { header: "organisation", value: (row) => row.organisation.slug },
    },
    {
      id: "DECLARED",
      header: t("plan.declaredAt"),
      cell: (row) => format.date(row.declaredAt),
      csv: { header: "declared_at", value: (row) => row.declaredAt },
    },
  ];
}

/** What the file tells beside the columns of the list: each field of one kind, or those of all in one column. */
export function fileColumns(kind: PlanRecordKind | null): readonly Column<PlanRow>[] {
  const column = (header: string, value: (row: PlanRow) => string | null): Column<PlanRow> => ({
    ...{ id: header, header, cell: () => null, csv: { header, value } },
  });
  const fields =
    kind === null
      ? [
          column("values", ({ fields: said }) =>
            JSON.stringify(Object.fromEntries(said.map(({ name, value }) => [name, value]))),
          ),
        ]
      : Object.keys(rowOf(kind).fields).map((name) => column(name, (row) => valueOf(row, name)));
  return [
    column("kind", (row) => nameOf(row.kind)),
    column("due_from", (row) => row.dueFrom),
    ...fields,
    column("source", (row) => row.source),
    column("invented", (row) => String(row.invented)),
  ];
}

const valueOf = (row: PlanRow, name: string): string => row.fields.find((each) => each.name === name)?.value ?? "";
