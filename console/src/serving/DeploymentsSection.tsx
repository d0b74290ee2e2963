import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { StateWord, Tag } from "../parts/Tag";
import type { PoolSheet } from "../allocation/pool-sheet";

type Deployment = PoolSheet["deployments"][number];

/** What the pool serves, on which endpoints, at what price. */
export function DeploymentsSection({ pool }: { readonly pool: PoolSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Deployment>[] = [
    {
      id: "model",
      header: t("pools.model"),
      cell: (row) => (
        <>
          {row.model.name}
          <span className="sub">
            {row.model.publisher} · {row.model.licence}
          </span>
        </>
      ),
    },
    { id: "served", header: t("pools.servedName"), cell: (row) => <span className="mono">{row.servedName}</span> },
    {
      id: "endpoints",
      header: t("pools.endpoints"),
      cell: (row) => (
        <ul>
          {row.endpoints.map((endpoint) => (
            <li key={endpoint.id} className="row wrap">
              <span className="mono ink2">{endpoint.url}</span>
              {endpoint.simulated ? (
                <Tag state="plain">{t("pools.simulated")}</Tag>
              ) : (
                <StateWord state="active">{t("pools.real")}</StateWord>
              )}
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: "gpus",
      header: t("pools.gpusPerReplica"),
      numeric: true,
      cell: (row) => format.integer(row.gpusPerReplica),
    },
    {
      id: "input",
      header: t("pools.inputPrice"),
      numeric: true,
      cell: (row) => format.euro(row.inputPricePerMillion),
    },
    {
      id: "output",
      header: t("pools.outputPrice"),
      numeric: true,
      cell: (row) => format.euro(row.outputPricePerMillion),
    },
  ];
  return (
    <Section
      title={t("pools.view.models")}
      aside={t("pools.hosting", { hosting: t(`hosting.${pool.hosting}`, { _: pool.hosting }) })}
    >
      {pool.deployments.length === 0 ? (
        <Empty title={t("pools.noDeployments")} />
      ) : (
        <Table
          caption={t("pools.deploymentsCaption")}
          columns={columns}
          rows={pool.deployments}
          rowKey={(row) => row.id}
        />
      )}
    </Section>
  );
}
