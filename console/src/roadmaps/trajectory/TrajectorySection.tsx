import { Button } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import type { DependencyDomain } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExportButton } from "../../parts/ExportButton";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { column } from "../../parts/column";
import { type Column, Table } from "../../parts/Table";
import { useAbility } from "../../providers/use-person";
import { isOpen, type RoadmapSheet } from "../roadmap-states";
import { SHARES, type Share } from "./trajectory-form";
import { TrajectoryDialog } from "./TrajectoryDialog";

interface Year {
  readonly year: number;
  readonly byDomain: ReadonlyMap<DependencyDomain, number>;
  readonly euros: number | null;
  readonly shares: Readonly<Record<Share, number>> | null;
}

/** Year by year: what is to be spent, and how much will stand on sovereign ground. */
export function TrajectorySection({ sheet }: { readonly sheet: RoadmapSheet }) {
  const t = useTranslate();
  const [editing, setEditing] = useState(false);
  const mayWrite = useAbility("update", "Roadmap") && isOpen(sheet.state);
  const rows = yearsOf(sheet.content);
  const domains = [...new Set(sheet.content.plannedSpend.map(({ domain }) => domain))];
  const columns = useYearColumns(domains);
  return (
    <Section
      bare
      title={t("roadmaps.sheet.trajectory")}
      aside={
        <>
          <ExportButton name="trajectory" columns={columns} rows={rows} />
          {mayWrite ? (
            <Button size="small" variant="contained" onClick={() => setEditing(true)}>
              {t("roadmaps.edit.trajectory")}
            </Button>
          ) : null}
        </>
      }
    >
      {rows.length === 0 ? (
        <Empty title={t("roadmaps.noTrajectory")}>
          <p className="ink2">{t("roadmaps.noTrajectoryLead")}</p>
        </Empty>
      ) : (
        <Table
          caption={t("roadmaps.trajectoryCaption")}
          columns={columns}
          rows={rows}
          rowKey={(row) => String(row.year)}
          ruled
        />
      )}
      {editing ? <TrajectoryDialog sheet={sheet} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
}

function yearsOf({ plannedSpend, trajectory }: RoadmapSheet["content"]): readonly Year[] {
  const years = [...new Set([...plannedSpend, ...trajectory].map(({ year }) => year))].toSorted((a, b) => a - b);
  return years.map((year) => {
    const spends = plannedSpend.filter((one) => one.year === year);
    return {
      year,
      byDomain: new Map(spends.map(({ domain, euros }) => [domain, euros])),
      euros: spends.length === 0 ? null : spends.reduce((sum, one) => sum + one.euros, 0),
      shares: trajectory.find((point) => point.year === year) ?? null,
    };
  });
}

function useYearColumns(domains: readonly DependencyDomain[]): readonly Column<Year>[] {
  const t = useTranslate();
  const format = useFormat();
  const euros = (value: number | null | undefined) => format.orNone(value, (figure) => format.euro(figure, 0));
  return [
    column("year", t("roadmaps.year"), "year", (row) => row.year),
    ...domains.map((domain): Column<Year> =>
      column(domain, t(`dependencyDomain.${domain}`), domain, (row) => row.byDomain.get(domain) ?? null, {
        cell: (row) => euros(row.byDomain.get(domain)),
        numeric: true,
      }),
    ),
    column("spend", t("roadmaps.plannedSpend"), "plannedSpendEuros", (row) => row.euros, {
      show: (value) => <span className="strong">{euros(value)}</span>,
      numeric: true,
    }),
    ...SHARES.map((share): Column<Year> =>
      column(share, t(`roadmaps.shareOf.${share}`), share, (row) => row.shares?.[share] ?? null, {
        cell: (row) => format.orNone(row.shares?.[share], (value) => format.percent(value / 100, 0)),
        numeric: true,
      }),
    ),
  ];
}
