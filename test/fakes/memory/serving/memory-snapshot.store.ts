import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { PublishedSnapshot } from "../../../../control-plane/src/serving/domain/snapshot.js";
import { KEPT_SNAPSHOTS, type SnapshotStore } from "../../../../control-plane/src/serving/ports/snapshot-store.port.js";

export class MemorySnapshotStore implements SnapshotStore {
  private kept: PublishedSnapshot[] = [];

  async latest(_ctx: Context): Promise<PublishedSnapshot | null> {
    return Promise.resolve(this.kept.at(-1) ?? null);
  }

  async publish(_ctx: Context, snapshot: PublishedSnapshot): Promise<boolean> {
    if (this.kept.some((each) => each.number >= snapshot.number)) return Promise.resolve(false);
    this.kept = [...this.kept, snapshot].slice(-KEPT_SNAPSHOTS);
    return Promise.resolve(true);
  }
}
