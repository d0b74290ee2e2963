import { useTheme } from "@mui/material";
import { BarChart } from "@mui/x-charts/BarChart";
import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { modeColors } from "../../theme/tokens";
import { DayBar, hatchId } from "./DayBar";
import { Empty } from "../states";
import type { DaySeries } from "./day-series";

interface Props {
  /** The chart in a sentence, for those who do not see it. */
  readonly label: string;
  readonly series: DaySeries;
  /** A value with its unit, in the tooltip. */
  readonly print: (value: number) => string;
  /** A value on the axis, without its unit. */
  readonly axis: (value: number) => string;
  readonly height?: number;
}

/** Stacked bars by day; the day that is not over is hatched. A table with the same figures stands beside it. */
export function DayChart({ label, series, print, axis, height = 230 }: Props) {
  const { palette } = useTheme();
  const t = useTranslate();
  const format = useFormat();
  const colors = modeColors(palette.mode).chart.categorical;
  const line = modeColors(palette.mode).line;
  if (series.groups.length === 0) return <Empty title={t("usage.nothing")} />;
  const highest = Math.max(
    0,
    ...series.days.map((_, index) => series.groups.reduce((sum, group) => sum + (group.values[index] ?? 0), 0)),
  );
  const partialIndex = series.partial ? series.days.length - 1 : -1;
  return (
    <figure className="chart-box" role="img" aria-label={label}>
      <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
        <defs>
          {series.groups.map((group) => (
            <pattern
              key={group.id}
              id={hatchId(colors[group.color] ?? "")}
              width="4"
              height="4"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="4" height="4" fill="var(--page)" />
              <rect width="2" height="4" fill={colors[group.color]} />
            </pattern>
          ))}
        </defs>
      </svg>
      <BarChart
        height={height}
        skipAnimation
        hideLegend
        margin={{ left: 0, right: 0, top: 8, bottom: 0 }}
        series={series.groups.map((group) => ({
          id: group.id,
          label: group.name,
          data: [...group.values],
          stack: "all",
          color: colors[group.color] ?? colors[0] ?? "",
          valueFormatter: (value) => (value === null ? "" : print(value)),
        }))}
        xAxis={[
          {
            id: "days",
            scaleType: "band",
            data: [...series.days],
            categoryGapRatio: 0.18,
            disableTicks: true,
            valueFormatter: (day: string, context) =>
              context.location === "tick" ? tickLabel(day) : format.date(`${day}T12:00:00Z`),
            tickLabelInterval: (_day: string, index: number) => index === 0 || (index + 1) % 5 === 0,
          },
        ]}
        yAxis={[
          {
            valueFormatter: (value: number) => axis(value),
            tickNumber: 4,
            disableLine: true,
            disableTicks: true,
            width: highest < 1 ? 76 : 52,
          },
        ]}
        grid={{ horizontal: true }}
        slots={{ bar: DayBar }}
        slotProps={{ bar: { "data-partial": partialIndex } as object }}
        sx={{
          "& .MuiChartsGrid-line": { stroke: line.hair },
          "& .MuiChartsAxis-line": { stroke: line.plinth },
          "& .MuiChartsAxis-tickLabel": { fill: "var(--ink-2)", fontFamily: "inherit", fontSize: 12 },
        }}
      />
    </figure>
  );

  function tickLabel(day: string): string {
    return day.endsWith("-01") ? format.shortDate(`${day}T12:00:00Z`) : String(Number(day.slice(8)));
  }
}
