import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { FactSource } from "../../../../control-plane/src/serving/domain/fact-sources.js";
import type { ArchivedSnapshot, FactArchive } from "../../../../control-plane/src/serving/ports/fact-archive.port.js";

export class MemoryFactArchive implements FactArchive {
  readonly snapshots: ArchivedSnapshot[] = [];
  /** Contents by subject, oldest first. */
  readonly sources = new Map<string, { readonly fromNumber: number; readonly source: FactSource }[]>();

  keep(_ctx: Context, snapshot: ArchivedSnapshot, sources: readonly FactSource[]): Promise<void> {
    this.snapshots.push(snapshot);
    for (const source of sources) {
      const held = this.sources.get(source.subjectId) ?? [];
      if (JSON.stringify(held.at(-1)?.source) === JSON.stringify(source)) continue;
      this.sources.set(source.subjectId, [...held, { fromNumber: snapshot.number, source }]);
    }
    return Promise.resolve();
  }
}
