import type { EndpointId } from "@socle/contracts";
import type { CachedPrefix } from "../fleet-view.js";
import { AskedAgain } from "./asked-again.js";
import { BlockList } from "./recency-list.js";
import type { HeldBlock } from "./recency-list.js";

/** What each endpoint's prefix cache is thought to hold: the blocks lately sent there, least recently used forgotten. */
export interface PrefixIndex {
  /** Leading tokens of a prompt that each endpoint is thought to hold. */
  match(blocks: readonly number[]): CachedPrefix;
  /** A prompt goes to an endpoint, whose cache holds `capacity` blocks. */
  write(endpointId: EndpointId, blocks: readonly number[], capacity: number): void;
  /** Blocks that will be computed again for each block written that an endpoint does not hold. */
  writeCost(): number;
  /** The endpoint's cache is gone: it restarted or left. */
  forget(endpointId: EndpointId): void;
  /** Blocks remembered of an endpoint; never more than its capacity. */
  size(endpointId: EndpointId): number;
}

const NOTHING: CachedPrefix = { tokensOn: () => 0 };

/**
 * An approximate index, written at dispatch: one map from block to the endpoints that hold it, one recency list an
 * endpoint. A lookup costs the prompt's blocks plus the holders met, not blocks × endpoints. A prompt's last blocks are
 * forgotten before its first ones, as engines do. `blockTokens` is the size of a block in tokens.
 */
export const createPrefixIndex = (blockTokens: number): PrefixIndex => {
  const lists = new Map<EndpointId, BlockList>();
  const holders = new Map<number, HeldBlock[]>();
  const askedAgain = new AskedAgain();
  let walks = 0;

  const drop = (block: HeldBlock): void => {
    const held = holders.get(block.hash) ?? [];
    if (held.length <= 1) return void holders.delete(block.hash);
    const last = held.pop() as HeldBlock;
    const index = held.indexOf(block);
    if (index >= 0) held[index] = last;
  };

  const put = (list: BlockList, hash: number): void => {
    const held = holders.get(hash);
    const known = held?.find(({ owner }) => owner === list);
    if (known !== undefined) return list.touch(known);
    const block = list.push(hash);
    askedAgain.add();
    if (held === undefined) holders.set(hash, [block]);
    else held.push(block);
  };

  const trim = (list: BlockList): void => {
    for (let over = list.size - list.capacity; over > 0; over -= 1) {
      const oldest = list.takeOldest();
      if (oldest === null) return;
      drop(oldest);
      if (!holders.has(oldest.hash)) askedAgain.forget(oldest.hash);
    }
  };

  /** Moves endpoints that hold block `index` after all before it one further; how many did. */
  const advance = (held: readonly HeldBlock[], index: number, walk: number): number => {
    let moved = 0;
    for (const { owner } of held) {
      const depth = owner.walk === walk ? owner.depth : 0;
      if (depth !== index) continue;
      owner.walk = walk;
      owner.depth = index + 1;
      moved += 1;
    }
    return moved;
  };

  return {
    match(blocks) {
      const walk = (walks += 1);
      let index = 0;
      for (; index < blocks.length; index += 1) {
        const held = holders.get(blocks[index] as number);
        if (held === undefined || advance(held, index, walk) === 0) break;
      }
      if (index === 0) return NOTHING;
      const tokens = new Map<EndpointId, number>();
      for (const { owner } of holders.get(blocks[0] as number) ?? []) {
        tokens.set(owner.endpointId, owner.depth * blockTokens);
      }
      return { tokensOn: (endpointId) => tokens.get(endpointId) ?? 0 };
    },
    write(endpointId, blocks, capacity) {
      let list = lists.get(endpointId);
      if (list === undefined) lists.set(endpointId, (list = new BlockList(endpointId, capacity)));
      list.capacity = capacity;
      askedAgain.write(blocks, (hash) => holders.has(hash));
      for (let index = Math.min(blocks.length, capacity) - 1; index >= 0; index -= 1)
        put(list, blocks[index] as number);
      trim(list);
    },
    writeCost: () => askedAgain.cost(),
    forget(endpointId) {
      const list = lists.get(endpointId);
      if (list === undefined) return;
      for (let block = list.takeOldest(); block !== null; block = list.takeOldest()) drop(block);
      lists.delete(endpointId);
    },
    size: (endpointId) => lists.get(endpointId)?.size ?? 0,
  };
};
