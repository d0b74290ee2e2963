import { useLocaleState, useTranslate } from "react-admin";
import { Link } from "react-router";
import { Organisations, type OrganisationsData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { PageHead } from "../parts/PageHead";
import { QueryState } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { useOperation } from "../providers/use-operation";
import { type Placed, treeOrder } from "../parts/bodies/tree-order";

type Row = Placed<OrganisationsData["organisations"][number]>;

/** The State, its ministries, their directions and operators, as they stand today. */
export function OrganisationTree() {
  const t = useTranslate();
  const format = useFormat();
  const [locale] = useLocaleState();
  const query = useOperation(Organisations, {});
  const rows = treeOrder(query.data?.organisations ?? [], locale);
  useCrumbs([{ label: t("menu.organisations") }]);
  const columns: readonly Column<Row>[] = [
    column("name", t("organisations.name"), "name", ({ node }) => node.name, {
      cell: ({ node, level }) => (
        <span style={{ display: "block", paddingLeft: level * 20, fontWeight: level < 2 ? 500 : 400 }}>
          {level > 0 ? <span className="sr-only">{t("organisations.level", { level: level + 1 })} </span> : null}
          <Link className="quiet" to={`/organisations/${node.id}/show`}>
            {node.name}
          </Link>
        </span>
      ),
    }),
    column("acronym", t("organisations.acronym"), "acronym", ({ node }) => node.acronym, {
      cell: ({ node }) => node.acronym ?? NONE,
    }),
    column("kind", t("organisations.kind"), "kind", ({ node }) => node.kind.toLowerCase(), {
      cell: ({ node }) => t(`organisationKind.${node.kind}`),
    }),
    column("siren", "SIREN", "siren", ({ node }) => node.siren, {
      cell: ({ node }) => <span className="mono">{node.siren ?? NONE}</span>,
    }),
    column("from", t("organisations.from"), "valid_from", ({ node }) => node.validFrom, {
      cell: ({ node }) => format.date(node.validFrom),
    }),
    column("useCases", t("organisations.useCases"), "use_cases", ({ node }) => node.useCaseCount, {
      cell: ({ node }) =>
        node.useCaseCount === 0 ? <span className="none">0</span> : format.integer(node.useCaseCount),
      numeric: true,
    }),
  ];
  return (
    <>
      <PageHead
        title={t("menu.organisations")}
        lead={t("organisations.lead", { smart_count: rows.length })}
        actions={<ExportButton name="organisations" columns={columns} rows={rows} />}
      />
      <QueryState query={query}>
        {() => (
          <Table
            caption={t("organisations.caption")}
            columns={columns}
            rows={rows}
            rowKey={({ node }) => node.id}
            compact
            ruled
          />
        )}
      </QueryState>
    </>
  );
}
