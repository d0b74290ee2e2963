import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { CapacityNeed, NeedContent } from "../../../../control-plane/src/capacity/domain/need/capacity-need.js";
import { contentOf } from "../../../../control-plane/src/capacity/domain/need/read-need.js";
import type { NeedRepository } from "../../../../control-plane/src/capacity/ports/need-repository.port.js";
import { VersionedRows } from "./versioned-rows.js";

export class MemoryNeedRepository implements NeedRepository {
  private readonly stored = new VersionedRows<CapacityNeed>();
  private readonly versions: CapacityNeed[] = [];

  async find(_ctx: Context, id: string): Promise<CapacityNeed | null> {
    return Promise.resolve(this.stored.all().find((row) => row.id === id) ?? null);
  }

  async findMany(_ctx: Context, ids: readonly string[]): Promise<readonly CapacityNeed[]> {
    return Promise.resolve(this.stored.all().filter(({ id }) => ids.includes(id)));
  }

  async findByReference(
    _ctx: Context,
    campaignId: string,
    organisationId: string,
    references: readonly string[],
  ): Promise<readonly CapacityNeed[]> {
    const of = this.stored
      .all()
      .filter((row) => row.campaignId === campaignId && row.organisationId === organisationId);
    return Promise.resolve(
      of.filter((row) => references.includes(row.reference)).sort((a, b) => (a.reference < b.reference ? -1 : 1)),
    );
  }

  async findCreated(_ctx: Context, createdBy: string, idempotencyKey: string): Promise<CapacityNeed | null> {
    return Promise.resolve(this.stored.created(createdBy, idempotencyKey));
  }

  async insert(_ctx: Context, need: CapacityNeed, idempotencyKey: string | null): Promise<boolean> {
    const twin = (other: CapacityNeed): boolean =>
      other.campaignId === need.campaignId &&
      other.organisationId === need.organisationId &&
      other.reference === need.reference;
    const written = this.stored.insert(need, need.declaredBy, idempotencyKey, twin);
    if (written) this.versions.push(need);
    return Promise.resolve(written);
  }

  async update(_ctx: Context, need: CapacityNeed): Promise<boolean> {
    const written = this.stored.update(need);
    if (written) this.versions.push(need);
    return Promise.resolve(written);
  }

  async putAll(ctx: Context, needs: readonly CapacityNeed[]): Promise<number> {
    let written = 0;
    for (const need of needs) {
      const done = need.version === 1 ? await this.insert(ctx, need, null) : await this.update(ctx, need);
      if (done) written += 1;
    }
    return written;
  }

  async contentAt(_ctx: Context, needId: string, version: number): Promise<NeedContent | null> {
    const latest = this.versions.filter((row) => row.id === needId && row.version <= version).at(-1);
    return Promise.resolve(latest === undefined ? null : contentOf(latest));
  }
}
