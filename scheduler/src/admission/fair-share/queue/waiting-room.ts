import { SERVICE_CLASSES } from "@socle/contracts";
import type { DeploymentV1, NodeId, PoolId, ServiceClass } from "@socle/contracts";
import { UNITS_PER_GPU } from "../order/pool-rights.js";
import type { FairQueue } from "./fair-queue.js";
import type { WaitingLimits } from "./fair-queues.port.js";
import { unitsPerSequence } from "./pool-accounts.js";
import type { PoolAccounts } from "./pool-accounts.js";
import type { PlaceInLine } from "./running-batches.js";
import { paceOf } from "./ticket.js";
import type { QueueRefusal, Ticket } from "./ticket.js";
import type { Chosen, Waiter } from "./waiter.js";

export interface Line<Choice extends Chosen> {
  deployment: DeploymentV1;
  readonly queue: FairQueue<LineTicket<Choice>>;
  /** Healthy endpoints when the pool's rights were last worked out. */
  endpoints: number;
  /** When the line is looked at again because time alone may let a batch request be cut. */
  againAt: number;
}

/** A request's place in one of the lines in which it waits. */
export class LineTicket<Choice extends Chosen> implements Ticket {
  readonly leafId: NodeId;
  readonly serviceClass: ServiceClass;
  readonly classIndex: number;
  readonly sequences: number;
  readonly arrivedAt: number;
  readonly deadline: number;
  readonly arrival: number;
  readonly pace: number;
  waiting = true;

  constructor(
    readonly entry: Entry<Choice>,
    readonly line: Line<Choice>,
    readonly kept: boolean,
    place: PlaceInLine,
    readonly estimate = entry.waiter.estimate(line.deployment.id),
  ) {
    const { leafId, serviceClass, sequences } = entry.waiter;
    this.leafId = leafId;
    this.serviceClass = serviceClass;
    this.classIndex = SERVICE_CLASSES.indexOf(serviceClass);
    this.sequences = sequences;
    this.arrivedAt = place.arrivedAt;
    this.deadline = place.deadline;
    this.arrival = place.arrival;
    this.pace = paceOf(serviceClass, estimate, (sequences * unitsPerSequence(line.deployment)) / UNITS_PER_GPU);
  }
}

export interface Entry<Choice extends Chosen> {
  readonly waiter: Waiter<Choice>;
  /** One for each line that holds it; none when it no longer waits. */
  tickets: readonly LineTicket<Choice>[];
  /** Those of the lines. */
  pools: readonly PoolId[];
}

/** One that has to leave all its lines. */
interface TurnedAway<Choice extends Chosen> {
  readonly entry: Entry<Choice>;
  readonly reason: QueueRefusal;
}

export const poolsOf = <Choice extends Chosen>(lines: readonly Line<Choice>[]): readonly PoolId[] => {
  const [first] = lines;
  if (first === undefined) return [];
  const { poolId } = first.deployment;
  if (lines.every(({ deployment }) => deployment.poolId === poolId)) return [poolId];
  return [...new Set(lines.map(({ deployment }) => deployment.poolId))];
};

/** Everybody who waits, in whatever lines, and what bounds them: what each line can serve in time, and memory. */
export class WaitingRoom<Choice extends Chosen> {
  private readonly entries = new Map<Waiter<Choice>, Entry<Choice>>();
  private bytes = 0;

  constructor(
    private readonly pools: PoolAccounts,
    private readonly limits: WaitingLimits,
    /** GPUs of a line as far as they are this replica's. */
    private readonly gpusOf: (line: Line<Choice>) => number,
  ) {}

  /** Leaves of all that wait in a pool, in whichever of its lines. */
  *waitingIn(poolId: PoolId): Iterable<string> {
    for (const { waiter, tickets } of this.entries.values()) {
      if (tickets.some(({ line }) => line.deployment.poolId === poolId)) yield waiter.leafId;
    }
  }

  /** Puts a request in its lines; its pools count it as waiting already. */
  enter(entry: Entry<Choice>): void {
    this.entries.set(entry.waiter, entry);
    this.bytes += entry.waiter.bytes;
    for (const ticket of entry.tickets) ticket.line.queue.push(ticket);
    for (const poolId of entry.pools) entry.waiter.waitsIn?.(poolId, 1);
  }

  leave(waiter: Waiter<Choice>): void {
    const entry = this.entries.get(waiter);
    if (entry !== undefined) this.takeOut(entry);
  }

  takeOut(entry: Entry<Choice>): void {
    this.quit(entry, entry.tickets, []);
  }

  /**
   * Makes room for a newcomer that waits since just now, and tells who has to go: of each of its lines that holds more than
   * it serves in time the one furthest beyond its right, as much as the newcomer brought; then, of all lines, as many as
   * memory asks for. The newcomer may be among them.
   */
  bound(newcomer: Entry<Choice>): readonly TurnedAway<Choice>[] {
    const away: TurnedAway<Choice>[] = [];
    for (const ticket of newcomer.tickets) this.boundLine(ticket, away);
    while (this.entries.size > this.limits.maxWaitingRequests || this.bytes > this.limits.maxWaitingBytes) {
      const entry = this.furthestOfAll(newcomer);
      if (entry === null) break;
      this.takeOut(entry);
      away.push({ entry, reason: "queue_full" });
    }
    return away;
  }

  private boundLine(newcomer: LineTicket<Choice>, away: TurnedAway<Choice>[]): void {
    const { line } = newcomer;
    const gpus = this.gpusOf(line);
    for (let freed = 0; newcomer.waiting && freed < newcomer.pace;) {
      const ticket = line.queue.overflow(newcomer, gpus);
      if (ticket === null) return;
      const { entry } = ticket;
      const others = entry.tickets.filter((each) => each !== ticket);
      this.quit(entry, [ticket], others);
      if (others.length === 0) away.push({ entry, reason: "share_of_queue_full" });
      freed += ticket.pace;
    }
  }

  private furthestOfAll(newcomer: Entry<Choice>): Entry<Choice> | null {
    let furthest: {
      readonly ticket: LineTicket<Choice>;
      readonly beyond: number;
    } | null = null;
    for (const line of this.lines()) {
      const own = newcomer.tickets.find((ticket) => ticket.line === line);
      const found = line.queue.furthest(own ?? null, this.gpusOf(line));
      if (found !== null && (furthest === null || found.beyond > furthest.beyond)) furthest = found;
    }
    return furthest?.ticket.entry ?? null;
  }

  private lines(): Set<Line<Choice>> {
    const lines = new Set<Line<Choice>>();
    for (const { tickets } of this.entries.values()) for (const { line } of tickets) lines.add(line);
    return lines;
  }

  /** Takes a request out of some of its lines; it is still in the others. */
  private quit(entry: Entry<Choice>, quits: readonly LineTicket<Choice>[], stays: readonly LineTicket<Choice>[]): void {
    const before = entry.pools;
    entry.tickets = stays;
    entry.pools = poolsOf(stays.map(({ line }) => line));
    for (const ticket of quits) {
      ticket.waiting = false;
      ticket.line.queue.remove(ticket);
    }
    const left = stays.length === 0 ? before : before.filter((poolId) => !entry.pools.includes(poolId));
    this.pools.leave(left, entry.waiter.leafId);
    for (const poolId of left) entry.waiter.waitsIn?.(poolId, -1);
    if (stays.length > 0) return;
    this.entries.delete(entry.waiter);
    this.bytes -= entry.waiter.bytes;
  }
}
