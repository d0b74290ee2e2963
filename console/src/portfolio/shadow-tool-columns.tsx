import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { ShadowToolRow } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { shadowToolTag } from "./portfolio-states";

/** Columns of the list. @param onOpen shows one whole, with its acts */
export function useShadowToolColumns(onOpen: (id: string) => void): readonly Column<ShadowToolRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("name", t("shadowTools.field.name"), "name", (row) => row.name, {
      cell: (row) => (
        <>
          <button type="button" className="link" style={{ textAlign: "start" }} onClick={() => onOpen(row.id)}>
            {row.name}
          </button>
          <span className="sub">{row.purpose}</span>
        </>
      ),
    }),
    column("organisation", t("registry.organisation"), "organisation", (row) => row.organisation.slug, {
      cell: (row) => row.organisation.acronym ?? row.organisation.name,
    }),
    column("vendor", t("shadowTools.field.vendor"), "vendor", (row) => `${row.vendor} (${row.vendorCountry})`),
    column("agents", t("shadowTools.agents"), "agents", (row) => row.agents, {
      show: (value) => format.orNone(value, format.integer),
      numeric: true,
    }),
    column("state", t("registry.state"), "state", (row) => row.state.toLowerCase(), {
      cell: (row) => <StateWord state={shadowToolTag(row.state)}>{t(`shadowToolState.${row.state}`)}</StateWord>,
    }),
    column("alternative", t("shadowTools.alternative"), "alternative", (row) => row.alternative?.name ?? null, {
      cell: (row) =>
        row.alternative === null ? (
          NONE
        ) : (
          <Link to={`/use-cases/${row.alternative.id}/show`}>{row.alternative.name}</Link>
        ),
    }),
    column("declared", t("registry.declaredAt"), "declared_at", (row) => row.declaredAt, { show: format.date }),
  ];
}
