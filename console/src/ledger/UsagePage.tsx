import { lazy, Suspense, useState } from "react";
import { useTranslate } from "react-admin";
import { Usage, type UsageGroup } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { PageHead } from "../parts/PageHead";
import { Section } from "../parts/Section";
import { Empty, Loading, QueryState } from "../parts/states";
import { Table } from "../parts/Table";
import { Segments } from "../parts/Tabs";
import { useOperation } from "../providers/use-operation";
import { DayTable } from "./DayTable";
import { daySeries } from "../parts/usage/day-series";
import { SumsAside } from "./SumsAside";
import {
  lastDays,
  MEASURES,
  type Measure,
  measureOf,
  monthPeriod,
  printMeasure,
  recentMonths,
  SHOWN_DAYS,
  totalsByGroup,
} from "../parts/usage/usage-measures";
import { useUsageColumns } from "./usage-columns";

const DayChart = lazy(async () => ({ default: (await import("../parts/usage/DayChart")).DayChart }));
const DAYS = "days";
const GROUPS: readonly UsageGroup[] = ["MINISTRY", "ORGANISATION", "USE_CASE", "APPLICATION", "MODEL"];

/** What was used and what it cost, by day and by whom; the chart, the table and the export hold the same figures. */
export function UsagePage() {
  const t = useTranslate();
  const format = useFormat();
  const [now] = useState(() => new Date());
  const months = recentMonths(now, 6);
  const [shown, setShown] = useState(DAYS);
  const [groupBy, setGroupBy] = useState<UsageGroup>("MINISTRY");
  const [measure, setMeasure] = useState<Measure>("cost");
  const [asTable, setAsTable] = useState(false);
  const period = shown === DAYS ? lastDays(now) : monthPeriod(shown);
  const nameOf = (one: string): string => (one === DAYS ? t("usage.days", { days: SHOWN_DAYS }) : format.month(one));
  const name = nameOf(shown);
  const query = useOperation(Usage, { ...period, groupBy }, { every: 10_000 });
  const report = query.data?.usage;
  const groups = totalsByGroup(report?.rows ?? []);
  const series = daySeries(report?.rows ?? [], period, now, measureOf[measure], t("usage.others"));
  const columns = useUsageColumns({ groupBy, series, totals: report?.totals });
  const total = report === undefined ? "" : printMeasure(measure, measureOf[measure](report.totals), format);
  const title = t("usage.title", { period: name });
  useCrumbs([{ label: t("menu.usage"), to: "/usage" }, { label: name }]);
  return (
    <>
      <PageHead
        title={title}
        lead={
          report === undefined
            ? undefined
            : t("usage.lead", {
                requests: format.integer(report.totals.requests),
                smart_count: report.totals.requests,
                cost: format.smallEuro(report.totals.costEuro),
                refused: format.integer(report.totals.refused),
              })
        }
        actions={
          <>
            <Choice
              label={t("usage.period")}
              value={shown}
              onChange={setShown}
              options={[DAYS, ...months].map((one) => [one, nameOf(one)])}
            />
            <Choice
              label={t("usage.groupBy")}
              value={groupBy}
              onChange={(value) => setGroupBy(value as UsageGroup)}
              options={GROUPS.map((one) => [one, t(`usage.group.${one}`)])}
            />
            <ExportButton name="usage" columns={columns} rows={groups} />
          </>
        }
      />
      <QueryState query={query}>
        {({ usage }) =>
          usage.rows.length === 0 ? (
            <Empty title={t("usage.empty", { period: name })}>
              <p className="ink2">{t("usage.emptyLead")}</p>
            </Empty>
          ) : (
            <>
              <div className="columns">
                <Section
                  title={t("usage.chartTitle", {
                    measure: t(`usage.measure.${measure}`),
                    group: t(`usage.by.${groupBy}`),
                  })}
                  aside={
                    <>
                      <Segments
                        label={t("usage.unit")}
                        current={measure}
                        onChange={setMeasure}
                        tabs={MEASURES.map((id) => ({ id, label: t(`usage.measure.${id}`) }))}
                      />
                      <button type="button" className="link" onClick={() => setAsTable(!asTable)}>
                        {t(asTable ? "usage.asChart" : "usage.asTable")}
                      </button>
                    </>
                  }
                >
                  {asTable ? (
                    <DayTable series={series} measure={measure} />
                  ) : (
                    <Suspense fallback={<Loading />}>
                      <DayChart
                        label={t("usage.chartLabel", { title, total, name: groups[0]?.name ?? "" })}
                        series={series}
                        print={(value) => printMeasure(measure, value, format)}
                        axis={format.tick}
                      />
                    </Suspense>
                  )}
                </Section>
                <SumsAside report={usage} groups={groups} />
              </div>
              <Section title={t("usage.tableTitle", { group: t(`usage.by.${groupBy}`) })} aside={t("usage.sameTotal")}>
                <Table
                  caption={t("usage.caption", { period: name })}
                  columns={columns}
                  rows={groups}
                  rowKey={(row) => row.id}
                />
              </Section>
            </>
          )
        }
      </QueryState>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select
      className="input choice"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
