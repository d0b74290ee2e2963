import type { Context } from "../../../kernel/use-case.js";
import type { UsageLimit } from "../../domain/usage-limit.js";
import type { UsageLimitRepository } from "../../ports/usage-limit-repository.port.js";

export class MemoryUsageLimitRepository implements UsageLimitRepository {
  private readonly rows = new Map<string, UsageLimit>();

  list(): Promise<readonly UsageLimit[]> {
    return Promise.resolve([...this.rows.values()].sort((left, right) => left.nodeId.localeCompare(right.nodeId)));
  }

  save(_ctx: Context, limit: UsageLimit): Promise<UsageLimit> {
    const key = `${limit.nodeId}/${limit.kind}`;
    const stored = { ...limit, id: this.rows.get(key)?.id ?? limit.id };
    this.rows.set(key, stored);
    return Promise.resolve(stored);
  }
}
