import type { Grants } from "./grant-lines.js";
import { CRITICALITIES, type Criticality, type RoundInstance } from "./instance.js";

/** How well a round serves, in GPUs summed over its quarters. */
export interface Satisfaction {
  readonly byClass: readonly { readonly criticality: Criticality; readonly asked: number; readonly granted: number }[];
  /** Σ weight × granted ÷ Σ weight × asked, 0 to 1. */
  readonly weighted: number;
  /** Satisfied fraction of the ministry that fares worst in a class and quarter where not all is served, by class. */
  readonly least: readonly { readonly criticality: Criticality; readonly fraction: number }[];
}

/** What a GPU counts in `weighted`: four of a class are worth one of the class before. */
export const CLASS_WEIGHT: Readonly<Record<Criticality, number>> = { 1: 64, 2: 16, 3: 4, 4: 1 };

export function satisfactionOf(instance: RoundInstance, grants: Grants): Satisfaction {
  const byClass = CRITICALITIES.map((criticality) => ({ criticality, asked: 0, granted: 0 }));
  const ministries = new Map<string, { criticality: Criticality; asked: number; granted: number }>();
  for (const [quarter, lines] of grants.entries()) {
    for (const [index, { gpus }] of lines.entries()) {
      const need = instance.needs[index];
      const ask = need?.asks[quarter] ?? null;
      if (need === undefined || ask === null) continue;
      const { criticality, ministryId } = need;
      const key = `${String(quarter)}/${String(criticality)}/${ministryId}`;
      const ministry = ministries.get(key) ?? { criticality, asked: 0, granted: 0 };
      ministries.set(key, ministry);
      for (const account of [byClass[criticality - 1], ministry]) {
        if (account === undefined) continue;
        account.asked += ask.gpus;
        account.granted += gpus;
      }
    }
  }
  const weigh = (of: "asked" | "granted") =>
    byClass.reduce((sum, account) => sum + CLASS_WEIGHT[account.criticality] * account[of], 0);
  const fractions = (criticality: Criticality) =>
    [...ministries.values()]
      .filter((account) => account.criticality === criticality && account.asked > 0)
      .map((account) => account.granted / account.asked);
  return {
    byClass,
    weighted: weigh("asked") === 0 ? 1 : weigh("granted") / weigh("asked"),
    least: CRITICALITIES.map((criticality) => ({ criticality, fraction: Math.min(1, ...fractions(criticality)) })),
  };
}
