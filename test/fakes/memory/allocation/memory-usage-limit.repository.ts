import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import { limitWindowAt, type UsageLimit } from "../../../../control-plane/src/allocation/domain/usage-limit.js";
import type {
  LimitBalance,
  UsageLimitRepository,
} from "../../../../control-plane/src/allocation/ports/usage-limit-repository.port.js";
import { by } from "../memory-list.js";
import { MemoryRows } from "../memory-records.js";

/** What stands once at most. */
const keyOf = ({ nodeId, kind, modelId }: UsageLimit) => [nodeId, kind, modelId ?? ""] as const;

export class MemoryUsageLimitRepository extends MemoryRows<UsageLimit> implements UsageLimitRepository {
  list(_ctx: Context, nodeIds?: readonly string[]): Promise<readonly UsageLimit[]> {
    return Promise.resolve(this.where(({ nodeId }) => nodeIds?.includes(nodeId) ?? true).sort(by(keyOf)));
  }

  named(ctx: Context, ids: readonly string[]): Promise<readonly UsageLimit[]> {
    return this.findMany(ctx, ids);
  }

  /** No lease is known here: every window reads as unused. */
  async balances(ctx: Context, at: Date, nodeIds?: readonly string[]): Promise<readonly LimitBalance[]> {
    return (await this.list(ctx, nodeIds)).map((limit) => {
      const { start, end } = limitWindowAt(limit, at);
      return { ...limit, settled: 0, leased: 0, windowStart: start, windowEnd: end };
    });
  }

  async save(_ctx: Context, limit: UsageLimit): Promise<UsageLimit> {
    const [known] = this.where((other) => keyOf(other).join() === keyOf(limit).join());
    const stored = { ...limit, id: known?.id ?? limit.id };
    await this.put(stored);
    return stored;
  }
}
