import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import type { RoadmapSheet } from "./roadmap-states";

interface Year {
  readonly year: number;
  readonly euros: number;
  readonly sovereignUsersPct: number | null;
  readonly sensitiveOnQualifiedPct: number | null;
}

/** Year by year: what is to be spent, and how much will stand on sovereign ground. */
export function TrajectorySection({ sheet }: { readonly sheet: RoadmapSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const { plannedSpend, trajectory } = sheet.content;
  const points = new Map(trajectory.map((point) => [point.year, point]));
  const years = [...new Set([...plannedSpend, ...trajectory].map(({ year }) => year))].toSorted((a, b) => a - b);
  const rows: readonly Year[] = years.map((year) => ({
    year,
    euros: plannedSpend.filter((one) => one.year === year).reduce((sum, one) => sum + one.euros, 0),
    sovereignUsersPct: points.get(year)?.sovereignUsersPct ?? null,
    sensitiveOnQualifiedPct: points.get(year)?.sensitiveOnQualifiedPct ?? null,
  }));
  const share = (percent: number | null) => format.orNone(percent, (value) => format.percent(value / 100, 0));
  const columns: readonly Column<Year>[] = [
    { id: "year", header: t("roadmaps.year"), cell: (row) => row.year },
    { id: "spend", header: t("roadmaps.plannedSpend"), numeric: true, cell: (row) => format.euro(row.euros, 0) },
    {
      id: "users",
      header: t("roadmaps.sovereignUsers"),
      numeric: true,
      cell: (row) => share(row.sovereignUsersPct),
    },
    {
      id: "sensitive",
      header: t("roadmaps.sensitiveQualified"),
      numeric: true,
      cell: (row) => share(row.sensitiveOnQualifiedPct),
    },
  ];
  return (
    <Section bare title={t("roadmaps.sheet.trajectory")}>
      {rows.length === 0 ? (
        <Empty title={t("roadmaps.noTrajectory")} />
      ) : (
        <Table
          caption={t("roadmaps.trajectoryCaption")}
          columns={columns}
          rows={rows}
          rowKey={(row) => String(row.year)}
          ruled
        />
      )}
    </Section>
  );
}
