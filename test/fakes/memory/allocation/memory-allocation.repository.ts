import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { Allocation } from "../../../../control-plane/src/allocation/domain/allocation.js";
import type {
  AllocationDates,
  AllocationRepository,
  DatedAllocation,
} from "../../../../control-plane/src/allocation/ports/allocation-repository.port.js";
import { by } from "../memory-list.js";

interface Held {
  readonly allocation: Allocation;
  /** Milliseconds; infinite where there is no date. */
  readonly from: number;
  readonly to: number;
  readonly roundId: string | null;
}

const order = by(({ poolId, nodeId }: Allocation) => [poolId, nodeId]);
const sameNode = (left: Allocation, right: Allocation): boolean =>
  left.poolId === right.poolId && left.nodeId === right.nodeId;

export class MemoryAllocationRepository implements AllocationRepository {
  private rows: readonly Held[] = [];

  lockPool(): Promise<void> {
    return Promise.resolve();
  }

  list(ctx: Context, poolId?: string): Promise<readonly Allocation[]> {
    const inForce = this.inForce(ctx.clock.now().getTime());
    return Promise.resolve(inForce.filter((row) => poolId === undefined || row.poolId === poolId).sort(order));
  }

  listAt(_ctx: Context, poolId: string, at: Date): Promise<readonly Allocation[]> {
    return Promise.resolve(
      this.inForce(at.getTime())
        .filter((row) => row.poolId === poolId)
        .sort(order),
    );
  }

  nextTurn(ctx: Context): Promise<Date | null> {
    const now = ctx.clock.now().getTime();
    const turns = this.rows.flatMap(({ from, to }) => [from, to]).filter((at) => at > now && Number.isFinite(at));
    return Promise.resolve(turns.length === 0 ? null : new Date(Math.min(...turns)));
  }

  save(ctx: Context, allocation: Allocation): Promise<Allocation> {
    const now = ctx.clock.now().getTime();
    const own = this.rows.filter((row) => sameNode(row.allocation, allocation));
    const present = own.find(({ from, to }) => from <= now && now < to);
    const dates = present ?? {
      from: Math.max(-Infinity, ...own.map(({ to }) => to).filter((to) => to <= now)),
      to: Math.min(Infinity, ...own.map(({ from }) => from).filter((from) => from > now)),
      roundId: null,
    };
    const stored = { ...allocation, id: present?.allocation.id ?? allocation.id };
    const { from, to, roundId } = dates;
    this.rows = [...this.rows.filter((row) => row !== present), { allocation: stored, from, to, roundId }];
    return Promise.resolve(stored);
  }

  plan(ctx: Context, allocation: Allocation, dates: AllocationDates): Promise<void> {
    const [from, to] = [dates.from.getTime(), dates.to?.getTime() ?? Infinity];
    const around = this.rows.flatMap((row): Held[] => {
      if (!sameNode(row.allocation, allocation) || row.to <= from || row.from >= to) return [row];
      const before = row.from < from ? [{ ...row, to: from }] : [];
      const id = before.length > 0 ? ctx.ids.next() : row.allocation.id;
      const after = row.to > to ? [{ ...row, allocation: { ...row.allocation, id }, from: to }] : [];
      return [...before, ...after];
    });
    this.rows = [...around, { allocation, from, to, roundId: dates.roundId }];
    return Promise.resolve();
  }

  plannedBy(_ctx: Context, roundId: string): Promise<readonly DatedAllocation[]> {
    const rows = this.rows
      .filter((row) => row.roundId === roundId)
      .sort(by(({ allocation: { poolId, nodeId }, from }) => [poolId, nodeId, from]));
    return Promise.resolve(
      rows.map(({ allocation, from, to }) => ({
        ...allocation,
        validFrom: new Date(from),
        validTo: to === Infinity ? null : new Date(to),
      })),
    );
  }

  private inForce(at: number): Allocation[] {
    return this.rows.filter(({ from, to }) => from <= at && at < to).map(({ allocation }) => allocation);
  }
}
