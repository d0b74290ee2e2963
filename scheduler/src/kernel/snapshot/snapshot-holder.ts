import type { CompiledSnapshot } from "./compiled-snapshot.js";

/** The one place where the current snapshot lives; swapped whole. */
export interface SnapshotHolder {
  /** `null` until the first verified snapshot. */
  current(): CompiledSnapshot | null;
  /** Takes `next` unless its number is not greater than the current one; answers whether it did. */
  swap(next: CompiledSnapshot): boolean;
  /** Calls `listener` after each swap, and at once when a snapshot is already held. */
  onSwap(listener: (snapshot: CompiledSnapshot) => void): void;
}

export const createSnapshotHolder = (): SnapshotHolder => {
  let held: CompiledSnapshot | null = null;
  const listeners: ((snapshot: CompiledSnapshot) => void)[] = [];
  return {
    current: () => held,
    swap(next) {
      if (held !== null && next.source.number <= held.source.number) return false;
      held = next;
      for (const listener of listeners) listener(next);
      return true;
    },
    onSwap(listener) {
      listeners.push(listener);
      if (held !== null) listener(held);
    },
  };
};
