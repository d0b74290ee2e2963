import type { NodeRight } from "../../scheduler/src/admission/fair-share/order/pool-rights.js";
import { PoolShares } from "../../scheduler/src/admission/fair-share/order/pool-shares.js";
import type { Charge, Place } from "../../scheduler/src/admission/fair-share/order/pool-shares.js";
import { rightsIn } from "../../scheduler/src/admission/fair-share/order/snapshot-rights.js";
import { FairQueue } from "../../scheduler/src/admission/fair-share/queue/fair-queue.js";
import { createTicket } from "../../scheduler/src/admission/fair-share/queue/ticket.js";
import type { Ticket } from "../../scheduler/src/admission/fair-share/queue/ticket.js";

export const aRight = (nodeId: string, over: Partial<NodeRight> = {}): NodeRight => ({
  nodeId,
  nominal: 0,
  guarantee: 0,
  lendLimit: null,
  borrowLimit: null,
  weight: 1,
  ...over,
});

/**
 * A pool whose tree is written as paths, `ministry/application`. It has production's shape: under the node above all one
 * State, then ministries, each with a direction, and a use case of it with the applications. One sequence occupies one GPU.
 */
export class FairPool {
  readonly shares: PoolShares;
  readonly queue: FairQueue;
  now = 0;
  private readonly nodes: readonly { readonly id: string; readonly parentId: string | null }[];
  private arrivals = 0;

  constructor(
    paths: readonly string[],
    rights: readonly NodeRight[],
    readonly gpus: number,
  ) {
    const ministries = [...new Set(paths.map((path) => path.slice(0, path.indexOf("/"))))];
    this.nodes = [
      { id: "", parentId: null },
      { id: "state", parentId: "" },
      ...ministries.flatMap((id) => [
        { id, parentId: "state" },
        { id: `direction of ${id}`, parentId: id },
        { id: `use case of ${id}`, parentId: `direction of ${id}` },
      ]),
      ...paths.map((id) => ({ id, parentId: `use case of ${id.slice(0, id.indexOf("/"))}` })),
    ];
    this.shares = new PoolShares(this.rightsOf(rights, gpus), 0);
    this.queue = new FairQueue(this.shares);
  }

  node(id: string): number {
    return this.shares.tree.indexOf.get(id) ?? -1;
  }

  arrive(leafId: string, { pace, kept, ...over }: Partial<Ticket> = {}): Ticket {
    this.arrivals += 1;
    const ticket = createTicket(
      {
        leafId,
        serviceClass: "standard",
        estimate: 1,
        sequences: 1,
        arrivedAt: this.now,
        deadline: this.now + 1e9,
        ...over,
      },
      this.arrivals,
      pace,
      kept,
    );
    this.shares.counters.enter(this.node(leafId));
    this.queue.push(ticket);
    return ticket;
  }

  /** Serves whose turn it is; `place` where that matters. */
  dispatch(batchAllowed = true, place?: Place): { readonly ticket: Ticket; readonly charge: Charge } | null {
    const ticket = this.queue.next({ now: this.now, unitsPerSequence: 1e6, batchAllowed }, () => "run");
    if (ticket === null) return null;
    const leaf = this.node(ticket.leafId);
    const charge = this.shares.dispatch(leaf, ticket.estimate, 1e6, this.now, place);
    this.leave(ticket);
    return { ticket, charge };
  }

  leave(ticket: Ticket): void {
    ticket.waiting = false;
    this.queue.remove(ticket);
    this.shares.counters.leave(this.node(ticket.leafId));
  }

  /** Leaves served by as many dispatches. */
  served(times: number): string[] {
    return Array.from({ length: times }, () => this.dispatch()?.ticket.leafId ?? "nobody");
  }

  /** New rights, or another number of GPUs that live. */
  follow(rights: readonly NodeRight[], gpus: number): void {
    this.shares.follow(this.rightsOf(rights, gpus), this.now);
  }

  private rightsOf(rights: readonly NodeRight[], gpus: number) {
    const allocations = rights.map((right, at) => ({ ...right, id: `allocation-${at}`, poolId: "pool" }));
    const made = rightsIn({ allocations }, this.nodes, "pool", gpus);
    if (made === null) throw new Error("no tree");
    return made;
  }
}
