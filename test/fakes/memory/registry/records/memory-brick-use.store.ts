import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import type { BrickUseStore } from "../../../../../control-plane/src/registry/ports/brick-use.port.js";

type Use = Parameters<BrickUseStore["add"]>[1];

export class MemoryBrickUseStore implements BrickUseStore {
  private readonly uses = new Map<string, Use>();

  add(_ctx: Context, use: Use): Promise<void> {
    this.uses.set(`${use.useCaseId} ${use.brickId}`, use);
    return Promise.resolve();
  }

  brickIdsOf(_ctx: Context, useCaseIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return Promise.resolve(this.grouped("useCaseId", "brickId", useCaseIds));
  }

  useCaseIdsOf(_ctx: Context, brickIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return Promise.resolve(this.grouped("brickId", "useCaseId", brickIds));
  }

  private grouped(key: keyof Use, value: keyof Use, ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const groups = new Map<string, string[]>();
    for (const use of this.uses.values())
      if (ids.includes(use[key])) groups.set(use[key], [...(groups.get(use[key]) ?? []), use[value]].sort());
    return groups;
  }
}
