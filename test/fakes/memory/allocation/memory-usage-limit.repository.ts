import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import { limitWindowAt, type UsageLimit } from "../../../../control-plane/src/allocation/domain/usage-limit.js";
import type {
  LimitBalance,
  UsageLimitRepository,
} from "../../../../control-plane/src/allocation/ports/usage-limit-repository.port.js";

const order = (left: UsageLimit, right: UsageLimit): number =>
  left.nodeId.localeCompare(right.nodeId) ||
  left.kind.localeCompare(right.kind) ||
  (left.modelId ?? "").localeCompare(right.modelId ?? "");

export class MemoryUsageLimitRepository implements UsageLimitRepository {
  private readonly rows = new Map<string, UsageLimit>();

  list(_ctx: Context, nodeIds?: readonly string[]): Promise<readonly UsageLimit[]> {
    const all = [...this.rows.values()].filter((row) => nodeIds?.includes(row.nodeId) ?? true);
    return Promise.resolve(all.sort(order));
  }

  named(_ctx: Context, ids: readonly string[]): Promise<readonly UsageLimit[]> {
    return Promise.resolve([...this.rows.values()].filter(({ id }) => ids.includes(id)));
  }

  /** No lease is known here: every window reads as unused. */
  async balances(ctx: Context, at: Date, nodeIds?: readonly string[]): Promise<readonly LimitBalance[]> {
    return (await this.list(ctx, nodeIds)).map((limit) => {
      const { start, end } = limitWindowAt(limit, at);
      return { ...limit, settled: 0, leased: 0, windowStart: start, windowEnd: end };
    });
  }

  find(id: string): UsageLimit | undefined {
    return [...this.rows.values()].find((row) => row.id === id);
  }

  save(_ctx: Context, limit: UsageLimit): Promise<UsageLimit> {
    const key = `${limit.nodeId}/${limit.kind}/${limit.modelId ?? ""}`;
    const stored = { ...limit, id: this.rows.get(key)?.id ?? limit.id };
    this.rows.set(key, stored);
    return Promise.resolve(stored);
  }
}
