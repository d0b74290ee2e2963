import type { Context } from "../../../kernel/use-case.js";
import { rankingOf, type RankedUseCase } from "../../domain/selection/ranking.js";
import type { SelectionWeights } from "../../domain/selection/selection-score.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";

export interface SelectionReport {
  readonly weights: SelectionWeights;
  readonly rows: readonly RankedUseCase[];
}

/**
 * The ranking of what the actor may see under one version of the weights.
 * @param version the last one when null
 * @returns null when there is no such version
 */
export async function selectionReport(
  ports: Pick<RegistryPorts, "weights" | "scores" | "catalogue">,
  ctx: Context,
  version: number | null,
): Promise<SelectionReport | null> {
  const versions = await ports.weights.versions(ctx);
  const weights = version == null ? versions.at(-1) : versions.find((each) => each.version === version);
  if (weights === undefined) return null;
  const scores = await ports.scores.all(ctx);
  const useCases = await ports.catalogue.findMany(ctx, [...new Set(scores.map(({ useCaseId }) => useCaseId))]);
  return { weights, rows: rankingOf(useCases, scores, weights) };
}
