import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { SelectionRankingOf, type WeightsRow } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";
import { compareRankings, type MovedUseCase } from "./compare-rankings";
import { lastOf, VersionChoice } from "./VersionChoice";

/** The same marks under two versions of the weights: who gains and who loses. */
export function CompareView({ versions }: { readonly versions: readonly WeightsRow[] }) {
  const t = useTranslate();
  const last = lastOf(versions);
  const [[left, right], choose] = useState(() => [Math.max(last - 1, 1), last] as const);
  const before = useOperation(SelectionRankingOf, { version: left });
  const after = useOperation(SelectionRankingOf, { version: right });
  const columns = useMoveColumns(left, right);
  if (versions.length < 2)
    return (
      <Empty title={t("selection.oneVersion")}>
        <p className="ink2">{t("selection.oneVersionLead")}</p>
      </Empty>
    );
  const rows = compareRankings(before.data?.selectionRanking?.rows ?? [], after.data?.selectionRanking?.rows ?? []);
  const moved = rows.filter((row) => row.moved !== 0).length;
  return (
    <div className="stack">
      <div className="filters">
        <VersionChoice
          label={t("selection.from")}
          versions={versions}
          value={left}
          onChange={(one) => choose([one, right])}
        />
        <VersionChoice
          label={t("selection.to")}
          versions={versions}
          value={right}
          onChange={(one) => choose([left, one])}
        />
      </div>
      <QueryState query={before.data === undefined ? before : after}>
        {() => (
          <Section
            bare
            title={t("selection.moved", { smart_count: moved })}
            aside={<ExportButton name={`selection-v${left}-v${right}`} columns={columns} rows={rows} />}
          >
            {rows.length === 0 ? (
              <Empty title={t("selection.empty")} />
            ) : (
              <Table
                caption={t("selection.compareCaption", { left, right })}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.useCase.id}
                ruled
              />
            )}
          </Section>
        )}
      </QueryState>
    </div>
  );
}

function useMoveColumns(left: number, right: number): readonly Column<MovedUseCase>[] {
  const t = useTranslate();
  const format = useFormat();
  const figures = (side: "before" | "after", version: number): readonly Column<MovedUseCase>[] => [
    column(`rank-${side}`, t("selection.rankOf", { version }), `rank_${side}`, (row) => row[side]?.rank ?? null, {
      cell: (row) => row[side]?.rank ?? NONE,
      numeric: true,
      sorts: true,
    }),
    column(`total-${side}`, t("selection.totalOf", { version }), `total_${side}`, (row) => row[side]?.total ?? null, {
      cell: (row) => format.orNone(row[side]?.total, (total) => format.fixed(total, 2)),
      numeric: true,
      sorts: true,
    }),
  ];
  return [
    column("useCase", t("registry.name"), "use_case", (row) => row.useCase.name, {
      cell: (row) => (
        <Link className="quiet" to={`/use-cases/${row.useCase.id}/show`}>
          {row.useCase.name}
        </Link>
      ),
      sorts: true,
    }),
    column("moved", t("selection.move"), "ranks_gained", (row) => row.moved, {
      show: (value) => <Move ranks={value} />,
      numeric: true,
      sorts: true,
    }),
    ...figures("before", left),
    ...figures("after", right),
  ];
}

function Move({ ranks }: { readonly ranks: number | null }) {
  const t = useTranslate();
  if (ranks === null) return NONE;
  if (ranks === 0) return t("selection.still");
  return (
    <StateWord state={ranks > 0 ? "active" : "expiring"}>
      {t(ranks > 0 ? "selection.gains" : "selection.loses", { smart_count: Math.abs(ranks) })}
    </StateWord>
  );
}
