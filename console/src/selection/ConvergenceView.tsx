import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { ConvergingUseCases, type ConvergingUseCasesData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { column } from "../parts/column";
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
    column("useCase", t("registry.name"), "use_case", (row) => row.name, {
      cell: (row) => (
        <>
          <Link className="quiet" to={`/use-cases/${row.id}/show?view=portfolio`}>
            {row.name}
          </Link>
          <span className="sub">{row.organisation.acronym ?? row.organisation.name}</span>
        </>
      ),
      sorts: true,
    }),
    column("status", t("convergence.decision"), "status", (row) => row.convergence?.status.toLowerCase() ?? null, {
      cell: (row) =>
        row.convergence === null ? (
          NONE
        ) : (
          <StateWord state={row.convergence.status === "KEEP" ? "plain" : "waiting"}>
            {t(`convergenceStatus.${row.convergence.status}`)}
          </StateWord>
        ),
      sortBy: (row) => row.convergence?.status ?? null,
    }),
    column("target", t("convergence.target"), "target", (row) => row.convergence?.target?.name ?? null, {
      cell: (row) => {
        const target = row.convergence?.target ?? null;
        return target === null ? NONE : <Link to={`/use-cases/${target.id}/show`}>{target.name}</Link>;
      },
      sorts: true,
    }),
    column("by", t("convergence.by"), "by", (row) => row.convergence?.by ?? null, {
      cell: (row) => (row.convergence?.by == null ? NONE : format.date(`${row.convergence.by}T12:00:00Z`)),
      sorts: true,
    }),
    column("reason", t("registry.reason"), "reason", (row) => row.convergence?.reason ?? null, {
      cell: (row) => row.convergence?.reason ?? NONE,
    }),
  ];
}
