import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import type { SelectionWeights } from "../../../../../control-plane/src/registry/domain/selection/selection-score.js";
import type { SelectionWeightsStore } from "../../../../../control-plane/src/registry/ports/selection-weights.port.js";

/** The first version, as the database begins with it. */
const FIRST: SelectionWeights = {
  version: 1,
  weights: { impact: 1, generalisability: 1, agentEffects: 1, userEffects: 1 },
  transversalBonus: 10,
  transversalDomains: ["purchasing", "human_resources", "finance", "legal"],
  setAt: new Date("2026-06-16T00:00:00Z"),
  setBy: "system:reference-data",
  reason: "The four criteria of the plan count the same until the AI cell says otherwise",
};

export class MemorySelectionWeightsStore implements SelectionWeightsStore {
  private readonly rows: SelectionWeights[] = [FIRST];

  versions(_ctx: Context): Promise<readonly SelectionWeights[]> {
    return Promise.resolve([...this.rows]);
  }

  add(_ctx: Context, weights: SelectionWeights): Promise<boolean> {
    const isNew = this.rows.every(({ version }) => version !== weights.version);
    if (isNew) this.rows.push(weights);
    return Promise.resolve(isNew);
  }
}
