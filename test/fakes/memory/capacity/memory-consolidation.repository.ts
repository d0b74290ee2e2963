import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { Cell } from "../../../../control-plane/src/capacity/domain/consolidation/cells.js";
import type { ConsolidationInput } from "../../../../control-plane/src/capacity/domain/consolidation/consolidation-input.js";
import type { Consolidation } from "../../../../control-plane/src/capacity/domain/consolidation/consolidation-life.js";
import type {
  Consolidated,
  ConsolidationReport,
  NeedResult,
} from "../../../../control-plane/src/capacity/domain/consolidation/consolidation.js";
import type {
  ConsolidationRepository,
  NeedResultQuery,
} from "../../../../control-plane/src/capacity/ports/consolidation/consolidation-repository.port.js";

interface Kept {
  readonly input: ConsolidationInput;
  readonly consolidated: Consolidated;
}

/** Sees everything: it stands for the platform's own transactions. */
export class MemoryConsolidationRepository implements ConsolidationRepository {
  private readonly rows = new Map<string, Consolidation>();
  private readonly kept = new Map<string, Kept>();

  find(_ctx: Context, id: string): Promise<Consolidation | null> {
    return Promise.resolve(this.rows.get(id) ?? null);
  }

  ofCampaign(_ctx: Context, campaignId: string): Promise<readonly Consolidation[]> {
    const found = [...this.rows.values()].filter((each) => each.campaignId === campaignId);
    return Promise.resolve(
      found.sort((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime() || (a.id < b.id ? 1 : -1)),
    );
  }

  insert(_ctx: Context, consolidation: Consolidation): Promise<boolean> {
    const taken = this.has(consolidation.campaignId, "computing");
    if (!taken) this.rows.set(consolidation.id, consolidation);
    return Promise.resolve(!taken);
  }

  update(_ctx: Context, consolidation: Consolidation): Promise<boolean> {
    const stands = this.rows.get(consolidation.id);
    const second = consolidation.state === "published" && this.has(consolidation.campaignId, "published");
    if (stands?.version !== consolidation.version - 1 || second) return Promise.resolve(false);
    this.rows.set(consolidation.id, consolidation);
    return Promise.resolve(true);
  }

  advance(_ctx: Context, id: string, progress: number): Promise<boolean> {
    const stands = this.rows.get(id);
    if (stands?.state !== "computing") return Promise.resolve(false);
    this.rows.set(id, { ...stands, progress });
    return Promise.resolve(true);
  }

  keep(_ctx: Context, id: string, input: ConsolidationInput, consolidated: Consolidated): Promise<void> {
    this.kept.set(id, { input, consolidated });
    return Promise.resolve();
  }

  report(_ctx: Context, id: string): Promise<ConsolidationReport | null> {
    return Promise.resolve(this.kept.get(id)?.consolidated.report ?? null);
  }

  input(_ctx: Context, id: string): Promise<ConsolidationInput | null> {
    return Promise.resolve(this.kept.get(id)?.input ?? null);
  }

  cells(_ctx: Context, id: string): Promise<readonly Cell[]> {
    return Promise.resolve(this.kept.get(id)?.consolidated.report.cells ?? []);
  }

  ministryNames(_ctx: Context, id: string): Promise<ReadonlyMap<string, string>> {
    const report = this.kept.get(id)?.consolidated.report;
    const told = new Set(report?.cells.map(({ ministryId }) => ministryId));
    const ministries = report?.ministries.filter((ministry) => told.has(ministry.id)) ?? [];
    return Promise.resolve(new Map(ministries.map((ministry) => [ministry.id, ministry.name])));
  }

  needs(_ctx: Context, { consolidationId, first, after }: NeedResultQuery): Promise<readonly NeedResult[]> {
    const rows = [...(this.kept.get(consolidationId)?.consolidated.needs ?? [])].sort((a, b) =>
      compare(keyOf(a), keyOf(b)),
    );
    return Promise.resolve(rows.filter((row) => after === null || compare(keyOf(row), after) > 0).slice(0, first + 1));
  }

  private has(campaignId: string, state: Consolidation["state"]): boolean {
    return [...this.rows.values()].some((each) => each.campaignId === campaignId && each.state === state);
  }
}

const keyOf = ({ reference, needId, quarter }: NeedResult): readonly string[] => [reference, needId, quarter];

function compare(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  if (at < 0) return 0;
  return (one[at] ?? "") < (other[at] ?? "") ? -1 : 1;
}
