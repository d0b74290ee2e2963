import type { DecisionV1, RequestRecordV1 } from "@socle/contracts";

/** A spool without a disk, for the parts that read from one. Holds records of several epochs, oldest first. */
export class MemorySpool {
  readonly records: RequestRecordV1[] = [];
  readonly forgotten: number[] = [];
  readonly acknowledged: { readonly epoch: number; readonly highWater: number }[] = [];
  private readonly listeners: (() => void)[] = [];
  private readonly older = new Set<number>();

  constructor(readonly epoch: number) {}

  add(epoch: number, count: number, padding = 0): void {
    if (epoch < this.epoch) this.older.add(epoch);
    let sequence = this.records.filter((record) => record.epoch === epoch).length;
    for (let added = 0; added < count; added++) this.records.push(recordOf(epoch, ++sequence, padding));
    this.records.sort((a, b) => a.epoch - b.epoch || a.sequence - b.sequence);
    for (const listener of this.listeners) listener();
  }

  next(maxRecords: number): Promise<{ epoch: number; records: RequestRecordV1[] } | null> {
    const waiting = this.records.filter((record) => !this.isAcknowledged(record));
    const epoch = waiting[0]?.epoch;
    if (epoch === undefined) return Promise.resolve(null);
    return Promise.resolve({
      epoch,
      records: waiting.filter((record) => record.epoch === epoch).slice(0, maxRecords),
    });
  }

  acknowledge(epoch: number, highWater: number): Promise<void> {
    this.acknowledged.push({ epoch, highWater });
    return Promise.resolve();
  }

  closedEpochs(): number[] {
    const open = new Set(this.records.filter((record) => !this.isAcknowledged(record)).map((record) => record.epoch));
    return [...this.older].filter((epoch) => !open.has(epoch) && !this.forgotten.includes(epoch));
  }

  forget(epochs: readonly number[]): Promise<void> {
    this.forgotten.push(...epochs);
    return Promise.resolve();
  }

  backlog(): { records: number; bytes: number } {
    return { records: this.records.filter((record) => !this.isAcknowledged(record)).length, bytes: 0 };
  }

  onFlush(listener: () => void): void {
    this.listeners.push(listener);
  }

  private isAcknowledged(record: RequestRecordV1): boolean {
    return this.acknowledged.some(({ epoch, highWater }) => epoch === record.epoch && record.sequence <= highWater);
  }
}

const recordOf = (epoch: number, sequence: number, padding: number): RequestRecordV1 => ({
  replica: "replica-1",
  epoch,
  sequence,
  decision: { id: `d-${epoch}-${sequence}`, requestedModel: "m".repeat(padding) } as DecisionV1,
  usage: null,
});
