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
import { by, pageOf } from "../memory-list.js";
import { MemoryRecords } from "../memory-records.js";

interface Kept {
  readonly input: ConsolidationInput;
  readonly consolidated: Consolidated;
}

/** Sees everything: it stands for the platform's own transactions. */
export class MemoryConsolidationRepository extends MemoryRecords<Consolidation> implements ConsolidationRepository {
  private readonly kept = new Map<string, Kept>();

  ofCampaign(_ctx: Context, campaignId: string): Promise<readonly Consolidation[]> {
    const found = this.where((each) => each.campaignId === campaignId);
    return Promise.resolve(found.sort(by(({ requestedAt, id }) => [requestedAt.getTime(), id], "descending")));
  }

  insert(_ctx: Context, consolidation: Consolidation): Promise<boolean> {
    return this.putUnless(isOf(consolidation.campaignId, "computing"), consolidation);
  }

  override update(ctx: Context, consolidation: Consolidation): Promise<boolean> {
    const isPublished = this.where(isOf(consolidation.campaignId, "published")).length > 0;
    if (consolidation.state === "published" && isPublished) return Promise.resolve(false);
    return super.update(ctx, consolidation);
  }

  async advance(_ctx: Context, id: string, progress: number): Promise<boolean> {
    const stands = this.get(id);
    if (stands?.state !== "computing") return false;
    await this.put({ ...stands, progress });
    return true;
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

  needs(_ctx: Context, { consolidationId, ...page }: NeedResultQuery): Promise<readonly NeedResult[]> {
    return Promise.resolve(pageOf(this.kept.get(consolidationId)?.consolidated.needs ?? [], keyOf, page));
  }
}

const keyOf = ({ reference, needId, quarter }: NeedResult): readonly string[] => [reference, needId, quarter];

const isOf =
  (campaignId: string, state: Consolidation["state"]) =>
  (row: Consolidation): boolean =>
    row.campaignId === campaignId && row.state === state;
