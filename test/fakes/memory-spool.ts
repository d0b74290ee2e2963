import type { DecisionV1, RequestRecordV1 } from "@socle/contracts";
import type { RecordName } from "../../scheduler/src/kernel/spool.port.js";

/** A spool without a disk, for the parts that read from one. Holds records of several epochs, oldest first. */
export class MemorySpool {
  readonly records: RequestRecordV1[] = [];
  readonly forgotten: number[] = [];
  readonly acknowledged: { readonly epoch: number; readonly highWater: number }[] = [];
  private readonly listeners: (() => void)[] = [];
  private readonly apart = new Map<string, RequestRecordV1>();
  private readonly older = new Set<number>();

  constructor(readonly epoch: number) {}

  add(epoch: number, count: number, padding = 0): void {
    if (epoch < this.epoch) this.older.add(epoch);
    let sequence = this.records.filter((record) => record.epoch === epoch).length;
    for (let added = 0; added < count; added++) this.records.push(recordOf(epoch, ++sequence, padding));
    this.records.sort((a, b) => a.epoch - b.epoch || a.sequence - b.sequence);
    for (const listener of this.listeners) listener();
  }

  next(maxRecords: number): Promise<{ epoch: number; records: RequestRecordV1[]; setAside: number[] } | null> {
    const waiting = this.records.filter((record) => !this.isAcknowledged(record));
    const epoch = waiting[0]?.epoch;
    if (epoch === undefined) return Promise.resolve(null);
    const due = waiting.filter((record) => record.epoch === epoch).slice(0, maxRecords);
    return Promise.resolve({
      epoch,
      records: due.filter((record) => !this.apart.has(nameOf(record))),
      setAside: due.filter((record) => this.apart.has(nameOf(record))).map(({ sequence }) => sequence),
    });
  }

  setAside(name: RecordName): Promise<void> {
    const found = this.records.find((record) => nameOf(record) === nameOf(name));
    if (found !== undefined) this.apart.set(nameOf(name), found);
    return Promise.resolve();
  }

  setAsideRecords(): RecordName[] {
    return [...this.apart.values()].map(({ epoch, sequence }) => ({ epoch, sequence }));
  }

  readSetAside(name: RecordName): Promise<{ epoch: number; records: RequestRecordV1[] }> {
    const found = this.apart.get(nameOf(name));
    return Promise.resolve({ epoch: name.epoch, records: found === undefined ? [] : [found] });
  }

  dropSetAside(name: RecordName): Promise<void> {
    this.apart.delete(nameOf(name));
    return Promise.resolve();
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

  backlog(): { records: number; bytes: number; setAside: number } {
    const records = this.records.filter((record) => !this.isAcknowledged(record)).length;
    return { records, bytes: 0, setAside: this.apart.size };
  }

  onFlush(listener: () => void): void {
    this.listeners.push(listener);
  }

  private isAcknowledged(record: RequestRecordV1): boolean {
    return this.acknowledged.some(({ epoch, highWater }) => epoch === record.epoch && record.sequence <= highWater);
  }
}

const nameOf = ({ epoch, sequence }: RecordName): string => `${epoch}-${sequence}`;

const recordOf = (epoch: number, sequence: number, padding: number): RequestRecordV1 => ({
  replica: "replica-1",
  epoch,
  sequence,
  decision: { id: `d-${epoch}-${sequence}`, requestedModel: "m".repeat(padding) } as DecisionV1,
  usage: null,
});
