import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { ShadowToolRow } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { shadowToolTag } from "./portfolio-states";

/** Columns of the list. @param onOpen shows one whole, with its acts */
export function useShadowToolColumns(onOpen: (id: string) => void): readonly Column<ShadowToolRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    {
      id: "name",
      header: t("shadowTools.field.name"),
      sortBy: (row) => row.name,
      cell: (row) => (
        <>
          <button type="button" className="link" style={{ textAlign: "start" }} onClick={() => onOpen(row.id)}>
            {row.name}
          </button>
          <span className="sub">{row.purpose}</span>
        </>
      ),
      csv: { header: "name", value: (row) => row.name },
    },
    {
      id: "organisation",
      header: t("registry.organisation"),
      sortBy: (row) => row.organisation.name,
      cell: (row) => row.organisation.acronym ?? row.organisation.name,
      csv: { header: "organisation", value: (row) => row.organisation.slug },
    },
    {
      id: "vendor",
      header: t("shadowTools.field.vendor"),
      sortBy: (row) => row.vendor,
      cell: (row) => `${row.vendor} (${row.vendorCountry})`,
      csv: { header: "vendor", value: (row) => `${row.vendor} (${row.vendorCountry})` },
    },
    {
      id: "agents",
      header: t("shadowTools.agents"),
      numeric: true,
      sortBy: (row) => row.agents,
      cell: (row) => format.orNone(row.agents, format.integer),
      csv: { header: "agents", value: (row) => row.agents },
    },
    {
      id: "state",
      header: t("registry.state"),
      sortBy: (row) => row.state,
      cell: (row) => <StateWord state={shadowToolTag(row.state)}>{t(`shadowToolState.${row.state}`)}</StateWord>,
      csv: { header: "state", value: (row) => row.state.toLowerCase() },
    },
    {
      id: "alternative",
      header: t("shadowTools.alternative"),
      sortBy: (row) => row.alternative?.name ?? null,
      cell: (row) =>
        row.alternative === null ? (
          NONE
        ) : (
          <Link to={`/use-cases/${row.alternative.id}/show`}>{row.alternative.name}</Link>
        ),
      csv: { header: "alternative", value: (row) => row.alternative?.name ?? null },
    },
    {
      id: "declared",
      header: t("registry.declaredAt"),
      sortBy: (row) => row.declaredAt,
      cell: (row) => format.date(row.declaredAt),
      csv: { header: "declared_at", value: (row) => row.declaredAt },
    },
  ];
}
