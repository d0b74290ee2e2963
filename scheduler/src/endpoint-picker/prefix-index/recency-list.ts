/** One block on one endpoint: a link of that endpoint's recency list. */
export interface HeldBlock {
  readonly hash: number;
  readonly owner: BlockList;
  older: HeldBlock | null;
  newer: HeldBlock | null;
}

/** The blocks of one endpoint from least to most recently used; every operation is constant time. */
export class BlockList {
  size = 0;
  /** Leading blocks matched so far in the walk under way, valid while `walk` is that walk's number. */
  depth = 0;
  walk = 0;
  private oldest: HeldBlock | null = null;
  private newest: HeldBlock | null = null;

  constructor(
    readonly endpointId: string,
    public capacity: number,
  ) {}

  push(hash: number): HeldBlock {
    const block: HeldBlock = { hash, owner: this, older: null, newer: null };
    this.link(block);
    return block;
  }

  touch(block: HeldBlock): void {
    if (block === this.newest) return;
    this.remove(block);
    this.link(block);
  }

  remove(block: HeldBlock): void {
    if (block.older) block.older.newer = block.newer;
    else this.oldest = block.newer;
    if (block.newer) block.newer.older = block.older;
    else this.newest = block.older;
    block.older = block.newer = null;
    this.size -= 1;
  }

  takeOldest(): HeldBlock | null {
    const block = this.oldest;
    if (block) this.remove(block);
    return block;
  }

  private link(block: HeldBlock): void {
    block.older = this.newest;
    block.newer = null;
    if (this.newest) this.newest.newer = block;
    else this.oldest = block;
    this.newest = block;
    this.size += 1;
  }
}
