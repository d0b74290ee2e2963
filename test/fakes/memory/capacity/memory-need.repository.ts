import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { CapacityNeed, NeedContent } from "../../../../control-plane/src/capacity/domain/need/capacity-need.js";
import { contentOf } from "../../../../control-plane/src/capacity/domain/need/read-need.js";
import type { NeedRepository } from "../../../../control-plane/src/capacity/ports/need-repository.port.js";
import { by } from "../memory-list.js";
import { MemoryCreatedRecords } from "./memory-created-records.js";

export class MemoryNeedRepository extends MemoryCreatedRecords<CapacityNeed> implements NeedRepository {
  private readonly versions: CapacityNeed[] = [];

  findByReference(
    _ctx: Context,
    campaignId: string,
    organisationId: string,
    references: readonly string[],
  ): Promise<readonly CapacityNeed[]> {
    const rows = this.where((row) => isOf(row, campaignId, organisationId) && references.includes(row.reference));
    return Promise.resolve(rows.sort(by(({ reference }) => [reference])));
  }

  insert(_ctx: Context, need: CapacityNeed, idempotencyKey: string | null): Promise<boolean> {
    const isTwin = (other: CapacityNeed): boolean =>
      isOf(other, need.campaignId, need.organisationId) && other.reference === need.reference;
    return this.create(need, need.declaredBy, idempotencyKey, isTwin);
  }

  override put(need: CapacityNeed): Promise<void> {
    this.versions.push(need);
    return super.put(need);
  }

  async putAll(ctx: Context, needs: readonly CapacityNeed[]): Promise<number> {
    let written = 0;
    for (const need of needs) {
      const done = need.version === 1 ? await this.insert(ctx, need, null) : await this.update(ctx, need);
      if (done) written += 1;
    }
    return written;
  }

  contentAt(_ctx: Context, needId: string, version: number): Promise<NeedContent | null> {
    const latest = this.versions.filter((row) => row.id === needId && row.version <= version).at(-1);
    return Promise.resolve(latest === undefined ? null : contentOf(latest));
  }
}

const isOf = (row: CapacityNeed, campaignId: string, organisationId: string): boolean =>
  row.campaignId === campaignId && row.organisationId === organisationId;
