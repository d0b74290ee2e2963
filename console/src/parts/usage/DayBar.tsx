import type { BarProps } from "@mui/x-charts/BarChart";

/** The bar's own properties, and the index of the day that is not over. */
type Props = BarProps & { readonly "data-partial"?: number };

/** Id of the hatch in one colour. */
export const hatchId = (color: string): string => `hatch-day-${color.replace("#", "")}`;

/** One segment of a day, set off by the page's colour; hatched when the day is not over. */
export function DayBar({ ownerState, "data-partial": partial, x, y, width, height }: Props) {
  const hatched = ownerState.dataIndex === partial;
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      fill={hatched ? `url(#${hatchId(ownerState.color)})` : ownerState.color}
      stroke="var(--page)"
      strokeWidth={1}
    />
  );
}
