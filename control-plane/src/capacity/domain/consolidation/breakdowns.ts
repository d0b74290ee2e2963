import type { DataLabel } from "@socle/contracts";
import type { Quarter } from "../campaign/quarter.js";
import type { Hosting } from "../declaration/capacity-line.js";
import type { FigureOrigin } from "../need/capacity-need.js";
import type { Demand } from "./demand/size-campaign.js";
import { groupedBy } from "./grouped-by.js";
import type { Supply } from "./supply/supply.js";

/** GPUs by who runs the machines. */
export interface HostingSupply {
  readonly quarter: Quarter;
  readonly hosting: Hosting;
  readonly gpuType: string;
  readonly declared: number;
  readonly verified: number;
  readonly offered: number;
}

/** Likely GPUs of the needs that process data of a label; a need counts under each of its labels. */
export interface LabelDemand {
  readonly quarter: Quarter;
  readonly label: DataLabel;
  readonly needs: number;
  readonly likely: number;
}

/** How sure a ministry's demand is: GPU-quarters of needs by where their figures come from. */
export interface Confidence {
  readonly ministryId: string;
  readonly figures: FigureOrigin;
  readonly needs: number;
  readonly likely: number;
}

const inOrder = <Item>(groups: ReadonlyMap<string, readonly Item[]>): readonly (readonly Item[])[] =>
  [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

export const supplyByHosting = (supply: readonly Supply[]): readonly HostingSupply[] =>
  inOrder(groupedBy(supply, ({ quarter, line, gpuType }) => `${quarter} ${line.line.hosting} ${gpuType}`)).flatMap(
    (group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { quarter, gpuType, line } = first;
      const sums = {
        declared: sumOf(group, (each) => each.declared),
        verified: sumOf(group, (each) => each.verified),
        offered: sumOf(group, (each) => each.offered),
      };
      return [{ quarter, hosting: line.line.hosting, gpuType, ...sums }];
    },
  );

export function demandByLabel(demands: readonly Demand[]): readonly LabelDemand[] {
  const told = demands.flatMap((demand) => demand.need.content.labels.map((label) => ({ label, demand })));
  return inOrder(groupedBy(told, ({ label, demand }) => `${demand.quarter} ${label}`)).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const likely = sumOf(group, ({ demand }) => demand.gpus.likely);
    return [{ quarter: first.demand.quarter, label: first.label, needs: group.length, likely }];
  });
}

export const confidenceOf = (demands: readonly Demand[]): readonly Confidence[] =>
  inOrder(groupedBy(demands, ({ need }) => `${need.ministryId} ${need.content.figures}`)).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { ministryId, content } = first.need;
    const needs = new Set(group.map(({ need }) => need.id)).size;
    return [{ ministryId, figures: content.figures, needs, likely: sumOf(group, ({ gpus }) => gpus.likely) }];
  });
