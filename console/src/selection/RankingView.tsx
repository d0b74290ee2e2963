import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { type RankedRow, SelectionRankingOf, type WeightsRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { CRITERIA } from "./criteria";
import { ScoreDialog } from "./ScoreDialog";
import { lastOf, VersionChoice } from "./VersionChoice";
import { WeightsLine } from "./WeightsLine";

/** The ranking report of one version of the weights: every point of every total. */
export function RankingView({ versions }: { readonly versions: readonly WeightsRow[] }) {
  const t = useTranslate();
  const [version, setVersion] = useState(() => lastOf(versions));
  const [scored, setScored] = useState<RankedRow["useCase"] | null>(null);
  const query = useOperation(SelectionRankingOf, { version });
  const columns = useRankingColumns(useAbility("select", "UseCase") ? setScored : undefined);
  const rows = query.data?.selectionRanking?.rows ?? [];
  return (
    <div className="stack">
      <div className="filters">
        <VersionChoice label={t("selection.version")} versions={versions} value={version} onChange={setVersion} />
      </div>
      <QueryState query={query}>
        {({ selectionRanking }) => (
          <>
            {selectionRanking === null ? null : <WeightsLine weights={selectionRanking.weights} />}
            <Section
              bare
              title={t("selection.ranking")}
              aside={<ExportButton name={`selection-v${version}`} columns={columns} rows={rows} />}
            >
              {rows.length === 0 ? (
                <Empty title={t("selection.empty")}>
                  <p className="ink2">{t("selection.emptyLead")}</p>
                </Empty>
              ) : (
                <Table
                  caption={t("selection.caption", { version })}
                  columns={columns}
                  rows={rows}
                  rowKey={(row) => row.useCase.id}
                  ruled
                />
              )}
            </Section>
          </>
        )}
      </QueryState>
      {scored === null ? null : <ScoreDialog useCase={scored} onClose={() => setScored(null)} />}
    </div>
  );
}

function useRankingColumns(
  onScore: ((useCase: RankedRow["useCase"]) => void) | undefined,
): readonly Column<RankedRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("useCase", t("registry.name"), "use_case", (row) => row.useCase.name, {
      cell: (row) => (
        <>
          <Link className="quiet" to={`/use-cases/${row.useCase.id}/show`}>
            {row.useCase.name}
          </Link>
          <span className="sub">{t(`useCaseState.${row.useCase.state}`)}</span>
        </>
      ),
      sorts: true,
    }),
    column("rank", t("selection.rank"), "rank", (row) => row.rank, { numeric: true, sorts: true }),
    column("organisation", t("registry.organisation"), "organisation", (row) => row.useCase.organisation.slug, {
      cell: (row) => row.useCase.organisation.acronym ?? row.useCase.organisation.name,
      sortBy: (row) => row.useCase.organisation.name,
    }),
    ...CRITERIA.map((criterion): Column<RankedRow> =>
      column(criterion, t(`criterion.${criterion}`), criterion, (row) => row.points[criterion], {
        cell: (row) => format.fixed(row.points[criterion], 2),
        numeric: true,
        sorts: true,
      }),
    ),
    column("bonus", t("selection.bonus"), "bonus", (row) => row.bonus, {
      show: (value) => format.fixed(value, 2),
      numeric: true,
      sorts: true,
    }),
    column("total", t("selection.total"), "total", (row) => row.total, {
      show: (value) => <b>{format.fixed(value, 2)}</b>,
      numeric: true,
      sorts: true,
    }),
    ...(onScore === undefined
      ? []
      : [
          {
            id: "acts",
            header: <span className="sr-only">{t("table.acts")}</span>,
            numeric: true,
            cell: (row: RankedRow) => (
              <button type="button" className="link" onClick={() => onScore(row.useCase)}>
                {t("selection.score.again")}
                <span className="sr-only"> ({row.useCase.name})</span>
              </button>
            ),
          },
        ]),
  ];
}
