import type { BarElementProps } from "@mui/x-charts/BarChart";
import type { SVGProps } from "react";

type Props = SVGProps<SVGRectElement> & {
  readonly ownerState?: { readonly id: unknown; readonly dataIndex: number; readonly color: string };
  readonly "data-partial"?: number;
};

/** Id of the hatch in one colour. */
export const hatchId = (color: string): string => `hatch-day-${color.replace("#", "")}`;

/** One segment of a day, set off by the page's colour; hatched when the day is not over. */
export function DayBar(props: Props & Partial<BarElementProps>) {
  const { ownerState, "data-partial": partial, x, y, width, height } = props as Props;
  const hatched = ownerState?.dataIndex === partial;
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      fill={hatched ? `url(#${hatchId(ownerState?.color ?? "")})` : ownerState?.color}
      stroke="var(--page)"
      strokeWidth={1}
    />
  );
}
