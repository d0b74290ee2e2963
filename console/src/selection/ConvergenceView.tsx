import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { ConvergingUseCases, type ConvergingUseCasesData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";

type Row = ConvergingUseCasesData["convergingUseCases"][number];

/** Ministries' own assistants on which it was decided: what gives way to what, until when, and what is kept. */
export function ConvergenceView() {
  const t = useTranslate();
  const query = useOperation(ConvergingUseCases, {});
  const rows = query.data?.convergingUseCases ?? [];
  const columns = useConvergenceColumns();
  return (
    <QueryState query={query}>
      {() => (
        <Section
          bare
          title={t("convergence.title")}
          aside={<ExportButton name="convergence" columns={columns} rows={rows} />}
        >
          {rows.length === 0 ? (
            <Empty title={t("convergence.empty")}>
              <p className="ink2">{t("convergence.emptyLead")}</p>
            </Empty>
          ) : (
            <Table caption={t("convergence.caption")} columns={columns} rows={rows} rowKey={(row) => row.id} ruled />
          )}
        </Section>
      )}
    </QueryState>
  );
}

function useConvergenceColumns(): readonly Column<Row>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    {
      id: "useCase",
      header: t("registry.name"),
      sortBy: (row) => row.name,
      cell: (row) => (
        <>
          <Link className="quiet" to={`/use-cases/${row.id}/show?view=portfolio`}>
            {row.name}
          </Link>
          <span className="sub">{row.organisation.acronym ?? row.organisation.name}</span>
        </>
      ),
      csv: { header: "use_case", value: (row) => row.name },
    },
    {
      id: "status",
      header: t("convergence.decision"),
      sortBy: (row) => row.convergence?.status ?? null,
      cell: (row) =>
        row.convergence === null ? (
          NONE
        ) : (
          <StateWord state={row.convergence.status === "KEEP" ? "plain" : "waiting"}>
            {t(`convergenceStatus.${row.convergence.status}`)}
          </StateWord>
        ),
      csv: { header: "status", value: (row) => row.convergence?.status.toLowerCase() ?? null },
    },
    {
      id: "target",
      header: t("convergence.target"),
      sortBy: (row) => row.convergence?.target?.name ?? null,
      cell: (row) => {
        const target = row.convergence?.target ?? null;
        return target === null ? NONE : <Link to={`/use-cases/${target.id}/show`}>{target.name}</Link>;
      },
      csv: { header: "target", value: (row) => row.convergence?.target?.name ?? null },
    },
    {
      id: "by",
      header: t("convergence.by"),
      sortBy: (row) => row.convergence?.by ?? null,
      cell: (row) => (row.convergence?.by == null ? NONE : format.date(`${row.convergence.by}T12:00:00Z`)),
      csv: { header: "by", value: (row) => row.convergence?.by ?? null },
    },
    {
      id: "reason",
      header: t("registry.reason"),
      cell: (row) => row.convergence?.reason ?? NONE,
      csv: { header: "reason", value: (row) => row.convergence?.reason ?? null },
    },
  ];
}
