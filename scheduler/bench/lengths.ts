import { readFileSync } from "node:fs";

/** One request of Azure's traces; `at` in milliseconds from the first. */
export interface AzureRow {
  readonly at: number;
  readonly input: number;
  readonly output: number;
}

/** Azure's requests in their order. */
export function azureRows(name: "code" | "conversation"): readonly AzureRow[] {
  const file = new URL(`../../test/data/traces/azure-2023-${name}-2000.csv`, import.meta.url);
  const rows = readFileSync(file, "utf8").trim().split(/\r?\n/).slice(1);
  const timed = rows.map((row) => {
    const [time = "", input, output] = row.split(",");
    const at = Date.parse(`${time.slice(0, 23).replace(" ", "T")}Z`);
    return { at, input: Number(input), output: Math.max(1, Number(output)) };
  });
  const start = timed[0]?.at ?? 0;
  return timed.map((row) => ({ ...row, at: row.at - start }));
}

/** A draw of the standard normal distribution. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export function exponential(random: () => number, mean: number): number {
  return -mean * Math.log(1 - random());
}

export function lognormal(random: () => number, mean: number, sigma: number, most: number): number {
  const drawn = Math.exp(Math.log(mean) - (sigma * sigma) / 2 + sigma * normal(random));
  return Math.max(1, Math.min(most, Math.round(drawn)));
}

/** Pareto of tail index α: for α ≤ 2 without variance, but for the most that a model gives. */
export function pareto(random: () => number, least: number, alpha: number, most: number): number {
  return Math.min(most, Math.round(least * (1 - random()) ** (-1 / alpha)));
}

/** Its logarithm is Student's t with four degrees of freedom: no moment but for the most that a model gives. */
export function logT(random: () => number, median: number, scale: number, most: number): number {
  const variance = -2 * Math.log((1 - random()) * (1 - random()));
  const t = (2 * normal(random)) / Math.sqrt(variance);
  return Math.max(1, Math.min(most, Math.round(median * Math.exp(scale * t))));
}
