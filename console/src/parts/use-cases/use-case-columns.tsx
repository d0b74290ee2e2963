import { useMemo } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { UseCaseRow } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { column } from "../column";
import type { Column } from "../Table";
import { StateWord } from "../Tag";
import { stateTag } from "./use-case-states";

/** Columns of the list; a column's id is the server's sort field where it sorts. */
export function useUseCaseColumns(): readonly Column<UseCaseRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      column("NAME", t("registry.name"), "name", (row) => row.name, {
        cell: (row) => (
          <>
            <Link className="quiet" to={`/use-cases/${row.id}/show`}>
              {row.name}
            </Link>
            <span className="sub">{shortened(row.description)}</span>
          </>
        ),
        sorts: true,
      }),
      column("ORGANISATION", t("registry.organisation"), "organisation", (row) => row.organisation.slug, {
        cell: (row) => row.organisation.acronym ?? row.organisation.name,
        sortBy: (row) => row.organisation.name,
      }),
      column("STATE", t("registry.state"), "state", (row) => row.state.toLowerCase(), {
        cell: (row) => <StateWord state={stateTag(row.state)}>{t(`useCaseState.${row.state}`)}</StateWord>,
        sortBy: (row) => row.state,
      }),
      column("labels", t("registry.labels"), "labels", (row) => row.labels.join(" "), {
        cell: (row) => row.labels.map((label) => t(`label.${label}`, { _: label })).join(", "),
      }),
      column("class", t("registry.class"), "service_class", (row) => row.serviceClass.toLowerCase(), {
        cell: (row) => t(`serviceClass.${row.serviceClass}`),
      }),
      column("DECLARED_AT", t("registry.declaredAt"), "declared_at", (row) => row.declaredAt, {
        show: format.date,
        numeric: true,
        sorts: true,
      }),
    ],
    [t, format],
  );
}

const shortened = (text: string): string =>
  text.length > 96 ? `${text.slice(0, 95).replace(/[\s.,;:]+$/u, "")}…` : text;
