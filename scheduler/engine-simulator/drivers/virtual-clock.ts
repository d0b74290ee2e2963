import type { Clock } from "./clock.js";

interface Event {
  readonly time: number;
  readonly order: number;
  readonly action: () => void;
}

function isBefore(a: Event, b: Event): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order);
}

/** Time that jumps from event to event: an hour of traffic is replayed in seconds, and always the same way. */
export class VirtualClock implements Clock {
  private readonly heap: Event[] = [];
  private time = 0;
  private scheduled = 0;

  now(): number {
    return this.time;
  }

  at(time: number, action: () => void): void {
    this.scheduled += 1;
    this.heap.push({ time: Math.max(time, this.time), order: this.scheduled, action });
    this.rise(this.heap.length - 1);
  }

  /** Runs events in order of time, then of scheduling, until none is left or `until` would be passed. */
  run(until = Infinity): void {
    for (let next = this.heap[0]; next && next.time <= until; next = this.heap[0]) {
      this.dropFirst();
      this.time = next.time;
      next.action();
    }
    if (until !== Infinity) this.time = Math.max(this.time, until);
  }

  private dropFirst(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink();
  }

  private rise(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.swapIfBefore(index, parent)) return;
      index = parent;
    }
  }

  private sink(): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      const [a, b] = [this.heap[left], this.heap[right]];
      if (!a) return;
      const child = b && isBefore(b, a) ? right : left;
      if (!this.swapIfBefore(child, index)) return;
      index = child;
    }
  }

  private swapIfBefore(index: number, other: number): boolean {
    const [a, b] = [this.heap[index] as Event, this.heap[other] as Event];
    if (!isBefore(a, b)) return false;
    this.heap[index] = b;
    this.heap[other] = a;
    return true;
  }
}
