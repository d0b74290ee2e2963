/** What can stand in `Slots`. */
export interface Slotted {
  /** Its place, kept by `Slots`; -1 while it stands in none. */
  slot: number;
}

/**
 * Objects that come and go by the thousand, in no order. A `Set` would keep the dead alive: each table that it outgrows
 * points to the next one, so that one that became old holds all that came after until the next full collection, and
 * every small collection copies it.
 */
export class Slots<T extends Slotted> implements Iterable<T> {
  private readonly items: T[] = [];

  get size(): number {
    return this.items.length;
  }

  add(item: T): void {
    item.slot = this.items.length;
    this.items.push(item);
  }

  /** Harmless when it is not here. */
  remove(item: T): void {
    if (item.slot < 0) return;
    const last = this.items.pop();
    if (last !== undefined && last !== item) {
      this.items[item.slot] = last;
      last.slot = item.slot;
    }
    item.slot = -1;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.items.slice().values();
  }
}
