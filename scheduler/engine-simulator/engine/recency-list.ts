/** A KV block whose content is known by the hash of everything up to its end. */
export interface CachedBlock {
  readonly hash: number;
  references: number;
  older: CachedBlock | null;
  newer: CachedBlock | null;
}

/** Unreferenced blocks from least to most recently freed; every operation is constant time. */
export class RecencyList {
  size = 0;
  private oldest: CachedBlock | null = null;
  private newest: CachedBlock | null = null;

  push(block: CachedBlock): void {
    block.older = this.newest;
    block.newer = null;
    if (this.newest) this.newest.newer = block;
    else this.oldest = block;
    this.newest = block;
    this.size += 1;
  }

  remove(block: CachedBlock): void {
    if (block.older) block.older.newer = block.newer;
    else this.oldest = block.newer;
    if (block.newer) block.newer.older = block.older;
    else this.newest = block.older;
    block.older = block.newer = null;
    this.size -= 1;
  }

  takeOldest(): CachedBlock | null {
    const block = this.oldest;
    if (block) this.remove(block);
    return block;
  }
}
