import { RecencyList, type CachedBlock } from "./recency-list.js";

/** The blocks that one sequence holds, in order; `null` is a block without known content. */
export interface BlockTable {
  readonly blocks: (CachedBlock | null)[];
  /** Leading blocks that were found in the cache. */
  readonly hits: number;
}

/**
 * KV memory in blocks, with vLLM's prefix caching: a full block is named by the hash of all tokens up to its end, stays
 * findable after its last user left, and is evicted least recently freed first, a sequence's last blocks before its
 * first ones.
 */
export class KvBlocks {
  private readonly known = new Map<number, CachedBlock>();
  private readonly idle = new RecencyList();
  private blank: number;
  private reserved = 0;

  /** `reservable`: blocks that sequences may hold together, a shared one counted for each of them. */
  constructor(
    readonly total: number,
    private readonly reservable = Infinity,
  ) {
    this.blank = total;
  }

  /** Blocks that some sequence refers to. */
  get referenced(): number {
    return this.total - this.blank - this.idle.size;
  }

  /** Blocks that hold reusable content without a user. */
  get reusable(): number {
    return this.idle.size;
  }

  get free(): number {
    return this.blank;
  }

  /**
   * Takes `count` blocks, of which the leading ones are shared with the cache as far as `chain` is known, but at most
   * `shareable`. Returns `null`, and takes nothing, when they do not fit.
   */
  take(chain: readonly number[], shareable: number, count: number): BlockTable | null {
    const hits = this.leadingHits(chain, Math.min(shareable, count));
    const idleHits = hits.filter((block) => block.references === 0).length;
    const fresh = count - hits.length;
    if (fresh > this.blank + this.idle.size - idleHits) return null;
    if (this.reserved + count > this.reservable) return null;
    this.reserved += count;
    for (const block of hits) {
      if (block.references === 0) this.idle.remove(block);
      block.references += 1;
    }
    while (this.blank < fresh) this.evict();
    this.blank -= fresh;
    return { blocks: [...hits, ...new Array<null>(fresh).fill(null)], hits: hits.length };
  }

  /** Names the content of a block that has just been computed in full; a no-op when another copy has that name. */
  name(table: BlockTable, index: number, hash: number): void {
    if (table.blocks[index] !== null || this.known.has(hash)) return;
    const block: CachedBlock = { hash, references: 1, older: null, newer: null };
    this.known.set(hash, block);
    table.blocks[index] = block;
  }

  release(table: BlockTable): void {
    this.reserved -= table.blocks.length;
    for (let index = table.blocks.length - 1; index >= 0; index -= 1) this.releaseOne(table.blocks[index] ?? null);
    table.blocks.length = 0;
  }

  private releaseOne(block: CachedBlock | null): void {
    if (block === null) {
      this.blank += 1;
      return;
    }
    block.references -= 1;
    if (block.references === 0) this.idle.push(block);
  }

  private leadingHits(chain: readonly number[], limit: number): CachedBlock[] {
    const hits: CachedBlock[] = [];
    for (const hash of chain) {
      const block = hits.length < limit ? this.known.get(hash) : undefined;
      if (!block) break;
      hits.push(block);
    }
    return hits;
  }

  private evict(): void {
    const block = this.idle.takeOldest();
    if (!block) throw new Error("no block left to evict: the fit was computed wrongly");
    this.known.delete(block.hash);
    this.blank += 1;
  }
}
