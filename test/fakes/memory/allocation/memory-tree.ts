import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { TreeNode } from "../../../../control-plane/src/allocation/domain/node.js";
import type { NodeDirectory } from "../../../../control-plane/src/allocation/ports/node-directory.port.js";
import type { PoolDirectory, PoolFacts } from "../../../../control-plane/src/allocation/ports/pool-directory.port.js";

export class MemoryNodeDirectory implements NodeDirectory {
  constructor(private readonly nodes: readonly TreeNode[]) {}

  find(_ctx: Context, ids: readonly string[]): Promise<readonly TreeNode[]> {
    return Promise.resolve(this.nodes.filter((node) => ids.includes(node.id)));
  }

  root(): Promise<string> {
    const root = this.nodes.find((node) => node.path.length === 1);
    return root === undefined ? Promise.reject(new Error("the tree has no root")) : Promise.resolve(root.id);
  }
}

export class MemoryPoolDirectory implements PoolDirectory {
  constructor(private readonly pools: readonly PoolFacts[]) {}

  find(_ctx: Context, poolId: string): Promise<PoolFacts | undefined> {
    return Promise.resolve(this.pools.find((pool) => pool.id === poolId));
  }
}
