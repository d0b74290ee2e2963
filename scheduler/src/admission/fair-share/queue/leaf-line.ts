import type { Ticket } from "./ticket.js";
import { CLASS_COUNT, rankOf } from "./ticket.js";

const COMPACT_FROM = 64;

/** Earlier deadline first, then arrival. */
const before = (a: Ticket, b: Ticket): boolean =>
  a.deadline !== b.deadline ? a.deadline < b.deadline : a.arrival < b.arrival;

/** Tickets of one class in their order; those that left are skipped when they come up. A newcomer is last, as a rule. */
class ClassLine<T extends Ticket> {
  private line: T[] = [];
  /** Everybody before it left. */
  private from = 0;
  /** Who left from there on. */
  private gone = 0;

  get length(): number {
    return this.line.length - this.from - this.gone;
  }

  push(ticket: T): void {
    const last = this.line.at(-1);
    if (last === undefined || before(last, ticket)) this.line.push(ticket);
    else this.line.splice(this.placeOf(ticket), 0, ticket);
  }

  head(): T | null {
    for (let first = this.line[this.from]; first?.waiting === false; first = this.line[this.from]) {
      this.from += 1;
      this.gone -= 1;
    }
    if (this.from >= COMPACT_FROM && 2 * this.from > this.line.length) {
      this.line = this.line.slice(this.from);
      this.from = 0;
    }
    return this.line[this.from] ?? null;
  }

  /** Who would go last of those that can be turned away. */
  last(): T | null {
    for (
      let last = this.line.at(-1);
      last?.waiting === false && this.line.length > this.from;
      last = this.line.at(-1)
    ) {
      this.line.pop();
      this.gone -= 1;
    }
    for (let at = this.line.length - 1; at >= this.from; at -= 1) {
      const ticket = this.line[at];
      if (ticket?.waiting === true && !ticket.kept) return ticket;
    }
    return null;
  }

  /** A ticket's `waiting` became false. */
  left(): void {
    this.gone += 1;
    if (this.gone < COMPACT_FROM || this.gone < this.length) return;
    this.line = this.tickets();
    this.from = 0;
    this.gone = 0;
  }

  /** The first tickets in order. O(most + gone). */
  first(most: number): T[] {
    const first: T[] = [];
    for (let at = this.from; at < this.line.length && first.length < most; at += 1) {
      const ticket = this.line[at];
      if (ticket?.waiting === true) first.push(ticket);
    }
    return first;
  }

  tickets(): T[] {
    return this.line.slice(this.from).filter(({ waiting }) => waiting);
  }

  private placeOf(ticket: T): number {
    let [from, end] = [this.from, this.line.length];
    while (from < end) {
      const middle = (from + end) >> 1;
      const other = this.line[middle];
      if (other !== undefined && before(ticket, other)) end = middle;
      else from = middle + 1;
    }
    return from;
  }
}

/**
 * Requests of one leaf that wait for one deployment: by class with ageing, then deadline, then arrival.
 */
export class LeafLine<T extends Ticket = Ticket> {
  private readonly classes = Array.from({ length: CLASS_COUNT }, () => new ClassLine<T>());
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

  /** Who would go last of all that can be turned away: of the last class, the one behind the others. */
  last(): T | null {
    for (let at = CLASS_COUNT - 1; at >= 0; at -= 1) {
      const last = this.classes[at]?.last() ?? null;
      if (last !== null) return last;
    }
    return null;
  }

  /** The first tickets of one class, in order. */
  first(classIndex: number, most: number): T[] {
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
    return this.classes.flatMap((line) => line.tickets());
  }
}
