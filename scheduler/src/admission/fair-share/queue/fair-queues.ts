import type { DemandV1, DeploymentId, DeploymentV1, NodeId, PoolId } from "@socle/contracts";
import { branchDemand } from "../exchange/branch-demand.js";
import type { PoolShares } from "../order/pool-shares.js";
import { FairQueue } from "./fair-queue.js";
import type { FairQueues, FairQueuesOptions, SharedSnapshot } from "./fair-queues.port.js";
import type { Backlog } from "./predict-wait.js";
import { PoolAccounts, unitsPerSequence } from "./pool-accounts.js";
import { RunningBatches } from "./running-batches.js";
import { BATCH, createTicket, TIME_TO_LIVE_MS } from "./ticket.js";
import type { Ticket } from "./ticket.js";
import type { Chosen, Grant, Joined, Standing, Waiter } from "./waiter.js";

/** Share of a deployment's sequences up to which batch may fill it. */
const BATCH_BELOW = 0.8;

interface Line {
  deployment: DeploymentV1;
  readonly queue: FairQueue;
  /** Healthy endpoints when the pool's rights were last worked out. */
  endpoints: number;
  /** When the line is looked at again because time alone may let a batch request be cut. */
  againAt: number;
}

interface Entry<Choice extends Chosen> {
  readonly waiter: Waiter<Choice>;
  readonly ticket: Ticket;
  readonly lines: readonly Line[];
  readonly pools: ReadonlySet<PoolId>;
}

/** Who goes, and where. */
interface Next<Choice extends Chosen> {
  readonly entry: Entry<Choice>;
  readonly choice: Choice;
}

/** Requests of one application and class among which the most urgent goes first. */
const URGENT_WINDOW = 64;

class PooledQueues<Choice extends Chosen> implements FairQueues<Choice> {
  private readonly pools: PoolAccounts;
  private readonly lines = new Map<DeploymentId, Line>();
  private readonly entries = new Map<Waiter<Choice>, Entry<Choice>>();
  private readonly byTicket = new Map<Ticket, Entry<Choice>>();
  private readonly batches = new RunningBatches<Choice>();
  private snapshot: SharedSnapshot | null = null;
  private arrivals = 0;

  constructor(private readonly options: FairQueuesOptions) {
    this.pools = new PoolAccounts(options.now);
  }

  follow(snapshot: SharedSnapshot): void {
    this.snapshot = snapshot;
    this.pools.follow(snapshot);
    for (const poolId of new Set(snapshot.deployments.map((deployment) => deployment.poolId))) this.fit(poolId);
    const named = new Map(snapshot.deployments.map((deployment) => [deployment.id, deployment]));
    for (const [id, line] of this.lines) {
      const deployment = named.get(id);
      if (deployment?.poolId === line.deployment.poolId) line.deployment = deployment;
      else this.lines.delete(id);
    }
    for (const deployment of snapshot.deployments) {
      const shares = this.pools.get(deployment.poolId);
      if (shares === undefined || this.lines.has(deployment.id)) continue;
      const { endpoints } = this.options.roomOf(deployment.id);
      const queue = new FairQueue(shares, this.options.maxLength);
      this.lines.set(deployment.id, { deployment, queue, endpoints, againAt: Infinity });
    }
  }

  join(waiter: Waiter<Choice>): Joined {
    const newcomer = this.entryOf(waiter);
    const { ticket, pools, lines } = newcomer;
    this.pools.enter(pools, waiter.leafId);
    if (this.serveAtOnce(newcomer)) return { kind: "served" };
    const open = lines.filter(({ queue }) => this.takes(queue, waiter));
    if (open.length === 0) {
      this.pools.leave(pools, waiter.leafId);
      return { kind: "refused", reason: lines[0]?.queue.refuses(waiter.leafId) ?? "unknown_node" };
    }
    const entry = { ...newcomer, lines: open };
    const standings = open.map((line) => {
      const ahead = line.queue.aheadOf(waiter.leafId, ticket.classIndex);
      return line.queue.standing(waiter.leafId, ahead, ticket.estimate, this.gpusOf(line));
    });
    this.entries.set(waiter, entry);
    this.byTicket.set(ticket, entry);
    for (const { queue } of entry.lines) queue.push(ticket);
    // Others wait already: only where there is room, or batch that may be cut, can the newcomer run before them.
    for (const line of open) {
      if (!ticket.waiting) break;
      if (this.batches.some(line.deployment.id) || waiter.choose([line.deployment.id]) !== null) this.serve(line);
    }
    if (!ticket.waiting) return { kind: "served" };
    const [soonest] = standings.sort((a, b) => a.predictedWaitMs - b.predictedWaitMs);
    return { kind: "waits", ...(soonest ?? { position: 1, predictedWaitMs: 0 }) };
  }

  leave(waiter: Waiter<Choice>): void {
    const entry = this.entries.get(waiter);
    if (entry !== undefined) this.takeOut(entry);
  }

  wake(deploymentId: DeploymentId): void {
    const line = this.lines.get(deploymentId);
    if (line === undefined) return;
    const { poolId } = line.deployment;
    const { endpoints } = this.options.roomOf(deploymentId);
    if (endpoints !== line.endpoints) this.fit(poolId);
    this.serve(line);
    // What one deployment frees may let a node run on another of the same pool.
    for (const other of this.lines.values()) {
      if (other !== line && other.deployment.poolId === poolId && other.queue.length > 0) this.serve(other);
    }
  }

  length(deploymentId: DeploymentId): number {
    return this.lines.get(deploymentId)?.queue.length ?? 0;
  }

  standing(deploymentId: DeploymentId, leafId: NodeId, ahead: Backlog, own: number): Standing {
    const line = this.lines.get(deploymentId);
    if (line === undefined) return { position: 1 + ahead.tickets, predictedWaitMs: 0 };
    return line.queue.standing(leafId, ahead, own, this.gpusOf(line));
  }

  move(grant: Grant, waiter: Waiter<Choice>, deploymentId: DeploymentId): Grant {
    this.pools.get(grant.poolId)?.end(grant.charge, 0);
    const line = this.lines.get(deploymentId);
    if (line === undefined) return grant;
    const next = this.pools.charge(waiter, line.deployment);
    this.batches.moved(grant, next, this.options.now());
    return next;
  }

  progress(grant: Grant, gpuSeconds: number): void {
    this.pools.get(grant.poolId)?.progress(grant.charge, gpuSeconds);
  }

  vacate(grant: Grant): void {
    this.batches.ended(grant);
    this.pools.get(grant.poolId)?.vacate(grant.charge);
  }

  settle(grant: Grant, gpuSeconds: number): void {
    this.batches.ended(grant);
    this.pools.get(grant.poolId)?.end(grant.charge, gpuSeconds);
  }

  shares(poolId: PoolId): PoolShares | undefined {
    return this.pools.get(poolId);
  }

  demand(poolId: PoolId): DemandV1[] {
    const shares = this.pools.get(poolId);
    if (shares === undefined) return [];
    return [...this.lines.values()].flatMap(({ deployment, queue }) =>
      deployment.poolId === poolId
        ? branchDemand(shares, { deployment, waitingUnder: (node) => queue.waitingUnder(node) })
        : [],
    );
  }

  /** GPUs of a deployment as far as they are this replica's: its part of the sequences there. */
  private gpusOf({ deployment }: Line): number {
    const { sequences } = this.options.roomOf(deployment.id);
    return (sequences / Math.max(1, deployment.profile.maxSequences)) * deployment.gpusPerReplica;
  }

  private entryOf(waiter: Waiter<Choice>): Entry<Choice> {
    const now = this.options.now();
    const lines = waiter.deployments.flatMap((id) => this.lines.get(id) ?? []);
    const { leafId, serviceClass, sequences } = waiter;
    const estimate = waiter.estimate(waiter.deployments[0] ?? "");
    this.arrivals += 1;
    const newPlace = { arrivedAt: now, deadline: now + TIME_TO_LIVE_MS[serviceClass], arrival: this.arrivals };
    const { arrivedAt, deadline, arrival } = this.batches.placeOf(waiter) ?? newPlace;
    const ticket = createTicket({ leafId, serviceClass, estimate, sequences, arrivedAt, deadline }, arrival);
    return { waiter, ticket, lines, pools: new Set(lines.map(({ deployment }) => deployment.poolId)) };
  }

  /** Whether a line has a place for a waiter; one that was cut has kept its own. */
  private takes(queue: FairQueue, waiter: Waiter<Choice>): boolean {
    const reason = queue.refuses(waiter.leafId);
    return reason === null || (reason !== "unknown_node" && this.batches.placeOf(waiter) !== undefined);
  }

  /** Nobody waits for the lines: the newcomer is first in all of them, and only its own limits can hold it. */
  private serveAtOnce({ waiter, ticket, lines, pools }: Entry<Choice>): boolean {
    const open = lines.filter((line) => line.queue.length === 0 && this.mayRun(line, ticket));
    if (open.length === 0) return false;
    const choice = waiter.choose(open.map(({ deployment }) => deployment.id));
    const line = open.find(({ deployment }) => deployment.id === choice?.endpoint.deploymentId);
    if (choice === null || line === undefined) return false;
    ticket.waiting = false;
    const grant = this.pools.charge(waiter, line.deployment);
    this.batches.started(waiter, ticket, grant, this.options.now());
    this.pools.leave(pools, waiter.leafId);
    if (!waiter.placed(choice, grant)) this.settle(grant, 0);
    return true;
  }

  private mayRun({ deployment }: Line, ticket: Ticket): boolean {
    const shares = this.pools.get(deployment.poolId);
    const leaf = shares?.tree.indexOf.get(ticket.leafId);
    if (shares === undefined || leaf === undefined) return false;
    if (ticket.serviceClass === "batch" && !this.batchAllowed(deployment)) return false;
    return shares.quota.available(leaf) >= ticket.sequences * unitsPerSequence(deployment);
  }

  private batchAllowed({ id }: DeploymentV1): boolean {
    const { sequences, running } = this.options.roomOf(id);
    return running < BATCH_BELOW * sequences;
  }

  /** Serves a line until the next in turn finds no room. An endpoint is chosen before anything is charged. */
  private serve(line: Line): void {
    const { deployment, queue } = line;
    while (queue.length > 0) {
      const room = {
        now: this.options.now(),
        unitsPerSequence: unitsPerSequence(deployment),
        batchAllowed: this.batchAllowed(deployment),
      };
      let next: Next<Choice> | null = null;
      let blocked: Ticket | null = null;
      queue.next(room, (candidate) => {
        const entry = this.byTicket.get(candidate);
        if (entry === undefined) return "pass";
        next = this.mostUrgent(line, entry);
        if (next !== null) return "run";
        if (entry.waiter.anyRoom?.([deployment.id]) === true) return "pass";
        blocked = candidate;
        return "stop";
      });
      // The walk's callback has set it, which the compiler does not see.
      const found = next as Next<Choice> | null;
      if (found === null) return this.makeRoom(line, queue.lackedQuota() ?? blocked);
      const { entry, choice } = found;
      const grant = this.pools.charge(entry.waiter, line.deployment);
      this.batches.started(entry.waiter, entry.ticket, grant, room.now);
      this.takeOut(entry);
      if (!entry.waiter.placed(choice, grant)) this.settle(grant, 0);
    }
  }

  /** Who is first in turn finds no place or no quota: a batch request gives its own up, when one has to. */
  private makeRoom(line: Line, ticket: Ticket | null): void {
    const { deployment } = line;
    const shares = this.pools.get(deployment.poolId);
    if (ticket === null || shares === undefined || !this.batches.some(deployment.id)) return;
    const leaf = shares.tree.indexOf.get(ticket.leafId) ?? -1;
    const asker = { leaf, occupied: ticket.sequences * unitsPerSequence(deployment) };
    const { free } = this.options.roomOf(deployment.id);
    // Batch asks nobody to go; and what an endpoint has to compute first is not changed by a cut.
    if (ticket.classIndex === BATCH || leaf < 0) return;
    if (free >= ticket.sequences && shares.quota.available(leaf) >= asker.occupied) return;
    const againInMs = this.batches.cutFor(shares, asker, deployment.id, this.options.now());
    if (againInMs < Infinity) this.lookAgain(line, againInMs);
  }

  private lookAgain(line: Line, inMs: number): void {
    const at = this.options.now() + inMs;
    if (at >= line.againAt || this.options.after === undefined) return;
    line.againAt = at;
    this.options.after(inMs, () => {
      if (line.againAt !== at) return;
      line.againAt = Infinity;
      this.serve(line);
    });
  }

  /** Of the first requests of one application and class, the one that is most urgent where it would go now. */
  private mostUrgent(line: Line, head: Entry<Choice>): Next<Choice> | null {
    const peers = head.waiter.urgency === undefined ? [head.ticket] : line.queue.peers(head.ticket, URGENT_WINDOW);
    let best: Next<Choice> | null = null;
    let least = Infinity;
    for (const ticket of peers) {
      const entry = this.byTicket.get(ticket);
      if (entry === undefined || (ticket.sequences > 1 && !this.mayRun(line, ticket))) continue;
      const choice = entry.waiter.choose([line.deployment.id]);
      if (choice === null) continue;
      const key = entry.waiter.urgency?.(choice) ?? 0;
      if (best !== null && key >= least) continue;
      best = { entry, choice };
      least = key;
    }
    return best;
  }

  private takeOut(entry: Entry<Choice>): void {
    entry.ticket.waiting = false;
    this.entries.delete(entry.waiter);
    this.byTicket.delete(entry.ticket);
    for (const { queue } of entry.lines) queue.remove(entry.ticket);
    this.pools.leave(entry.pools, entry.waiter.leafId);
  }

  /** Works a pool's rights out anew for the endpoints that live. */
  private fit(poolId: PoolId): void {
    if (this.snapshot === null) return;
    let gpus = 0;
    for (const deployment of this.snapshot.deployments) {
      if (deployment.poolId !== poolId) continue;
      const { endpoints } = this.options.roomOf(deployment.id);
      const line = this.lines.get(deployment.id);
      if (line !== undefined) line.endpoints = endpoints;
      gpus += endpoints * deployment.gpusPerReplica;
    }
    const waiting = [...this.entries.values()].filter(({ pools }) => pools.has(poolId));
    this.pools.fit(
      poolId,
      gpus,
      waiting.map(({ waiter }) => waiter.leafId),
    );
  }
}

export const createFairQueues = <Choice extends Chosen>(options: FairQueuesOptions): FairQueues<Choice> =>
  new PooledQueues(options);
