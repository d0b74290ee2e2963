import { useMemo } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { UseCaseRow } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import type { Column } from "../Table";
import { StateWord } from "../Tag";
import { stateTag } from "./use-case-states";

/** Columns of the list; a column's id is the server's sort field where it sorts. */
export function useUseCaseColumns(): readonly Column<UseCaseRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "NAME",
        header: t("registry.name"),
        sortBy: (row) => row.name,
        cell: (row) => (
          <>
            <Link className="quiet" to={`/use-cases/${row.id}/show`}>
              {row.name}
            </Link>
            <span className="sub">{shortened(row.description)}</span>
          </>
        ),
        csv: { header: "name", value: (row) => row.name },
      },
      {
        id: "ORGANISATION",
        header: t("registry.organisation"),
        sortBy: (row) => row.organisation.name,
        cell: (row) => row.organisation.acronym ?? row.organisation.name,
        csv: { header: "organisation", value: (row) => row.organisation.slug },
      },
      {
        id: "STATE",
        header: t("registry.state"),
        sortBy: (row) => row.state,
        cell: (row) => <StateWord state={stateTag(row.state)}>{t(`useCaseState.${row.state}`)}</StateWord>,
        csv: { header: "state", value: (row) => row.state.toLowerCase() },
      },
      {
        id: "labels",
        header: t("registry.labels"),
        cell: (row) => row.labels.map((label) => t(`label.${label}`, { _: label })).join(", "),
        csv: { header: "labels", value: (row) => row.labels.join(" ") },
      },
      {
        id: "class",
        header: t("registry.class"),
        cell: (row) => t(`serviceClass.${row.serviceClass}`),
        csv: { header: "service_class", value: (row) => row.serviceClass.toLowerCase() },
      },
      {
        id: "DECLARED_AT",
        header: t("registry.declaredAt"),
        numeric: true,
        sortBy: (row) => row.declaredAt,
        cell: (row) => format.date(row.declaredAt),
        csv: { header: "declared_at", value: (row) => row.declaredAt },
      },
    ],
    [t, format],
  );
}

const shortened = (text: string): string =>
  text.length > 96 ? `${text.slice(0, 95).replace(/[\s.,;:]+$/u, "")}…` : text;
