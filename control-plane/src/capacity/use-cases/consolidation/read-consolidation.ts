import type { Context } from "../../../kernel/use-case.js";
import type { Cell } from "../../domain/consolidation/cells.js";
import type { Consolidation } from "../../domain/consolidation/consolidation-life.js";
import type { ConsolidationReport } from "../../domain/consolidation/consolidation.js";
import type { SupplierVersion } from "../../domain/consolidation/supplier/supplier-version.js";
import type { ConsolidationRepository } from "../../ports/consolidation/consolidation-repository.port.js";

/** What somebody may read of a consolidation: all of it, their own part of it, what suppliers may read. */
export interface SeenConsolidation {
  readonly consolidation: Consolidation;
  /** null for who does not see the whole tree, and before it is computed. */
  readonly report: ConsolidationReport | null;
  /** Of the ministries in the actor's scope. */
  readonly cells: readonly Cell[];
  /** null until it is published, but for those who see everything. */
  readonly supplier: SupplierVersion | null;
}

/**
 * @param detail the actor's roles read needs; how far each reads them is row-level security's to say. The committee reads
 * aggregates only: what suppliers read.
 */
export const readConsolidation =
  ({ consolidations }: { readonly consolidations: ConsolidationRepository }) =>
  async (ctx: Context, id: string, detail: boolean): Promise<SeenConsolidation | null> => {
    const consolidation = await consolidations.find(ctx, id);
    if (consolidation === null) return null;
    const report = detail ? await consolidations.report(ctx, id) : null;
    const cells = detail ? await consolidations.cells(ctx, id) : [];
    const told = consolidation.state === "published" || report !== null;
    const supplier = told ? consolidation.supplier : null;
    return { consolidation: { ...consolidation, supplier }, report, cells, supplier };
  };
