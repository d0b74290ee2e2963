import type { Ticket } from "./ticket.js";
import { CLASS_COUNT, rankOf } from "./ticket.js";

const COMPACT_FROM = 64;

/** Earlier deadline first, then arrival. */
const before = (a: Ticket, b: Ticket): boolean =>
  a.deadline !== b.deadline ? a.deadline < b.deadline : a.arrival < b.arrival;

/** Binary heap of the tickets of one class; those that left are skipped when they come up. */
class ClassHeap<T extends Ticket> {
  private heap: T[] = [];
  private gone = 0;

  get length(): number {
    return this.heap.length - this.gone;
  }

  push(ticket: T): void {
    this.heap.push(ticket);
    this.up(this.heap.length - 1);
  }

  head(): T | null {
    while (this.heap.length > 0 && this.heap[0]?.waiting === false) {
      this.gone -= 1;
      this.pop();
    }
    return this.heap[0] ?? null;
  }

  /** A ticket in the heap stopped waiting. Amortised O(log n). */
  left(): void {
    this.gone += 1;
    if (this.heap.length < COMPACT_FROM || this.gone * 2 < this.heap.length) return;
    this.heap = this.heap.filter(({ waiting }) => waiting);
    this.gone = 0;
    for (let at = (this.heap.length >> 1) - 1; at >= 0; at -= 1) this.down(at);
  }

  tickets(): T[] {
    return this.heap.filter(({ waiting }) => waiting);
  }

  /** The first ones in order. A heap's first levels hold them nearly always; its head is always among them. */
  first(most: number): Ticket[] {
    const near = this.heap.slice(0, 2 * most).filter(({ waiting }) => waiting);
    return near.sort((a, b) => (before(a, b) ? -1 : 1)).slice(0, most);
  }

  private pop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.down(0);
  }

  private up(from: number): void {
    const { heap } = this;
    const moving = heap[from];
    let at = from;
    while (moving !== undefined && at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above];
      if (other === undefined || !before(moving, other)) break;
      heap[at] = other;
      at = above;
    }
    if (moving !== undefined) heap[at] = moving;
  }

  private down(from: number): void {
    const { heap } = this;
    const moving = heap[from];
    let at = from;
    if (moving === undefined) return;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && before(right, left)) child += 1;
      const other = heap[child];
      if (other === undefined || !before(other, moving)) break;
      heap[at] = other;
      at = child;
    }
    heap[at] = moving;
  }
}

/**
 * Requests of one leaf that wait for one deployment: by class with ageing, then deadline, then arrival.
 */
export class LeafLine<T extends Ticket = Ticket> {
  private readonly classes = Array.from({ length: CLASS_COUNT }, () => new ClassHeap<T>());
  /** GPU-seconds estimated of all that wait, by class. */
  private readonly work = new Float64Array(CLASS_COUNT);

  push(ticket: T): void {
    this.classes[ticket.classIndex]?.push(ticket);
    this.work[ticket.classIndex] = (this.work[ticket.classIndex] ?? 0) + ticket.estimate;
  }

  /** To call after `ticket.waiting` became false. */
  left(ticket: T): void {
    this.classes[ticket.classIndex]?.left();
    this.work[ticket.classIndex] = (this.work[ticket.classIndex] ?? 0) - ticket.estimate;
  }

  /** Who goes first at `now`; without the last class when batch has to wait. */
  head(now: number, batchAllowed: boolean): T | null {
    let best: T | null = null;
    let bestRank = Infinity;
    const classes = batchAllowed ? CLASS_COUNT : CLASS_COUNT - 1;
    for (let at = 0; at < classes; at += 1) {
      const ticket = this.classes[at]?.head() ?? null;
      if (ticket === null) continue;
      const rank = rankOf(at, now - ticket.arrivedAt);
      if (best !== null && (rank > bestRank || (rank === bestRank && !before(ticket, best)))) continue;
      best = ticket;
      bestRank = rank;
    }
    return best;
  }

  /** The first tickets of one class, in order. O(most × log most). */
  first(classIndex: number, most: number): Ticket[] {
    return this.classes[classIndex]?.first(most) ?? [];
  }

  /** Tickets and GPU-seconds that go before a newcomer of a class. */
  ahead(classIndex: number): { readonly tickets: number; readonly gpuSeconds: number } {
    let tickets = 0;
    let gpuSeconds = 0;
    for (let at = 0; at <= classIndex; at += 1) {
      tickets += this.classes[at]?.length ?? 0;
      gpuSeconds += this.work[at] ?? 0;
    }
    return { tickets, gpuSeconds };
  }

  tickets(): T[] {
    return this.classes.flatMap((heap) => heap.tickets());
  }
}
