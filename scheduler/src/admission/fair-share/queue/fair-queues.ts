import type { DemandV1, DeploymentId, DeploymentV1, NodeId, PoolId, ServiceClass } from "@socle/contracts";
import { branchDemand } from "../exchange/branch-demand.js";
import type { PoolShares } from "../order/pool-shares.js";
import { FairQueue } from "./fair-queue.js";
import type { FairQueues, FairQueuesOptions, SharedSnapshot } from "./fair-queues.port.js";
import type { Backlog } from "./predict-wait.js";
import { PoolAccounts, unitsPerSequence } from "./pool-accounts.js";
import { RunningBatches } from "./running-batches.js";
import type { PlaceInLine } from "./running-batches.js";
import { TIME_TO_LIVE_MS } from "./ticket.js";
import type { Ticket } from "./ticket.js";
import type { Chosen, Grant, Joined, Standing, Waiter } from "./waiter.js";
import { LineTicket, poolsOf, WaitingRoom } from "./waiting-room.js";
import type { Entry, Line } from "./waiting-room.js";

/** Share of a deployment's sequences up to which batch may fill it. */
const BATCH_BELOW = 0.8;

/** Who goes, and where. */
interface Next<Choice extends Chosen> {
  readonly ticket: LineTicket<Choice>;
  readonly choice: Choice;
}

/** Requests of one application and class among which the most urgent goes first. */
const URGENT_WINDOW = 64;

class PooledQueues<Choice extends Chosen> implements FairQueues<Choice> {
  private readonly pools: PoolAccounts;
  private readonly lines = new Map<DeploymentId, Line<Choice>>();
  private readonly room: WaitingRoom<Choice>;
  private readonly batches = new RunningBatches<Choice>();
  private snapshot: SharedSnapshot | null = null;
  private arrivals = 0;
  /** While requests are cut: the lines to serve afterwards, so that what is freed goes first to whom it is freed for. */
  private afterCuts: Set<Line<Choice>> | null = null;

  constructor(private readonly options: FairQueuesOptions) {
    this.pools = new PoolAccounts(options.now);
    // A replica that has no place now may be given some: it holds as much as one server serves.
    const gpusOf = (line: Line<Choice>) => Math.max(this.gpusOf(line), line.deployment.gpusPerReplica);
    this.room = new WaitingRoom(this.pools, options.limits, gpusOf);
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
      const queue = new FairQueue<LineTicket<Choice>>(shares);
      this.lines.set(deployment.id, { deployment, queue, endpoints, againAt: Infinity });
    }
  }

  join(waiter: Waiter<Choice>): Joined {
    const { leafId } = waiter;
    const lines = this.linesFor(waiter);
    if (lines.length === 0) return { kind: "refused", reason: "unknown_node" };
    this.pools.enter(poolsOf(lines), leafId);
    if (this.serveAtOnce(waiter, lines)) return { kind: "served" };
    const kept = this.batches.placeOf(waiter) !== undefined;
    const entry = this.entryOf(waiter, lines, kept);
    const standings = entry.tickets.map((ticket) => {
      const { queue } = ticket.line;
      const ahead = queue.aheadOf(leafId, ticket.classIndex);
      return {
        ticket,
        ...queue.standing(leafId, ahead, ticket.estimate, this.gpusOf(ticket.line)),
      };
    });
    this.room.enter(entry);
    // Others wait already: only where there is room, or batch that may be cut, can the newcomer run before them.
    for (const { line, waiting } of entry.tickets) {
      if (!waiting) break;
      if (this.batches.some(line.deployment.id) || waiter.choose([line.deployment.id]) !== null) this.serve(line);
    }
    if (entry.tickets.length === 0) return { kind: "served" };
    const away = kept ? [] : this.room.bound(entry);
    for (const each of away) if (each.entry !== entry) each.entry.waiter.turnedAway(each.reason);
    const own = away.find((each) => each.entry === entry);
    if (own !== undefined) return { kind: "refused", reason: own.reason };
    const [soonest] = standings
      .filter(({ ticket }) => ticket.waiting)
      .sort((a, b) => a.predictedWaitMs - b.predictedWaitMs);
    const { position, predictedWaitMs } = soonest ?? { position: 1, predictedWaitMs: 0 };
    return { kind: "waits", position, predictedWaitMs };
  }

  leave(waiter: Waiter<Choice>): void {
    this.room.leave(waiter);
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
    this.pools.get(grant.poolId)?.progress(grant.charge, gpuSeconds, this.options.now());
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
    const shares = this.pools.get(poolId);
    shares?.accrue(this.options.now());
    return shares;
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
  private gpusOf({ deployment }: Line<Choice>): number {
    const { sequences } = this.options.roomOf(deployment.id);
    return (sequences / Math.max(1, deployment.profile.maxSequences)) * deployment.gpusPerReplica;
  }

  /** Lines of the deployments that may serve it. */
  private linesFor({ deployments, leafId }: Waiter<Choice>): Line<Choice>[] {
    return deployments.flatMap((id) => {
      const line = this.lines.get(id);
      return line?.queue.knows(leafId) === true ? [line] : [];
    });
  }

  /** A place in each line, at what the request costs there. */
  private entryOf(waiter: Waiter<Choice>, lines: readonly Line<Choice>[], kept: boolean): Entry<Choice> {
    const place = this.batches.placeOf(waiter) ?? this.newPlace(waiter.serviceClass);
    const entry: Entry<Choice> = { waiter, tickets: [], pools: poolsOf(lines) };
    entry.tickets = lines.map((line) => new LineTicket(entry, line, kept, place));
    return entry;
  }

  private newPlace(serviceClass: ServiceClass): PlaceInLine {
    const now = this.options.now();
    this.arrivals += 1;
    return { arrivedAt: now, deadline: now + TIME_TO_LIVE_MS[serviceClass], arrival: this.arrivals };
  }

  /** Nobody waits for the lines: the newcomer is first in all of them, and only its own limits can hold it. */
  private serveAtOnce(waiter: Waiter<Choice>, lines: readonly Line<Choice>[]): boolean {
    const open = lines.filter((line) => line.queue.length === 0 && this.mayRun(line, waiter));
    if (open.length === 0) return false;
    const choice = waiter.choose(open.map(({ deployment }) => deployment.id));
    const line = open.find(({ deployment }) => deployment.id === choice?.endpoint.deploymentId);
    if (choice === null || line === undefined) return false;
    const grant = this.pools.charge(waiter, line.deployment);
    const place = this.batches.placeOf(waiter) ?? this.newPlace(waiter.serviceClass);
    this.batches.started(waiter, place, grant, this.options.now());
    this.pools.leave(poolsOf(lines), waiter.leafId);
    if (!waiter.placed(choice, grant)) this.settle(grant, 0);
    return true;
  }

  private mayRun(
    { deployment }: Line<Choice>,
    asks: Pick<Waiter<Choice>, "leafId" | "serviceClass" | "sequences">,
  ): boolean {
    const shares = this.pools.get(deployment.poolId);
    const leaf = shares?.tree.indexOf.get(asks.leafId);
    if (shares === undefined || leaf === undefined) return false;
    if (asks.serviceClass === "batch" && !this.batchAllowed(deployment)) return false;
    return shares.quota.available(leaf) >= asks.sequences * unitsPerSequence(deployment);
  }

  private batchAllowed({ id }: DeploymentV1): boolean {
    const { sequences, running } = this.options.roomOf(id);
    return running < BATCH_BELOW * sequences;
  }

  /** Serves a line until the next in turn finds no room. An endpoint is chosen before anything is charged. */
  private serve(line: Line<Choice>): void {
    if (this.afterCuts !== null) return void this.afterCuts.add(line);
    const { deployment, queue } = line;
    this.pools.get(deployment.poolId)?.accrue(this.options.now());
    while (queue.length > 0) {
      const room = {
        now: this.options.now(),
        unitsPerSequence: unitsPerSequence(deployment),
        batchAllowed: this.batchAllowed(deployment),
      };
      let next: Next<Choice> | null = null;
      let blocked: Ticket | null = null;
      let passed: Ticket | null = null;
      queue.next(room, (candidate) => {
        next = this.mostUrgent(line, candidate);
        if (next !== null) return "run";
        if (candidate.entry.waiter.anyRoom?.([deployment.id]) === true) {
          // Somebody finds room, who needs several places perhaps not.
          if (candidate.sequences > 1) passed ??= candidate;
          return "pass";
        }
        blocked = candidate;
        return "stop";
      });
      // The walk's callback has set it, which the compiler does not see.
      const found = next as Next<Choice> | null;
      if (found === null) return this.makeRoom(line, queue.lackedQuota() ?? blocked ?? passed);
      const { ticket, choice } = found;
      const { entry } = ticket;
      const grant = this.pools.charge(entry.waiter, line.deployment);
      this.batches.started(entry.waiter, ticket, grant, room.now);
      this.room.takeOut(entry);
      if (!entry.waiter.placed(choice, grant)) this.settle(grant, 0);
    }
  }

  /** Who is first in turn finds no place or no quota: batch requests give theirs up, when some have to. */
  private makeRoom(line: Line<Choice>, ticket: Ticket | null): void {
    const { deployment } = line;
    const shares = this.pools.get(deployment.poolId);
    if (ticket === null || shares === undefined || !this.batches.some(deployment.id)) return;
    const room = { free: this.options.roomOf(deployment.id).free, unitsPerSequence: unitsPerSequence(deployment) };
    const { batches, againInMs } = this.batches.toCutFor(ticket, shares, deployment.id, room, this.options.now());
    if (batches.length > 0) this.cut(line, batches);
    else if (againInMs < Infinity) this.lookAgain(line, againInMs);
  }

  /** All of them end before anybody is served; they stand in line again after that. */
  private cut(line: Line<Choice>, batches: readonly { readonly waiter: Waiter<Choice> }[]): void {
    const lines = new Set([line]);
    const again: (() => void)[] = [];
    this.afterCuts = lines;
    try {
      for (const { waiter } of batches) again.push(this.batches.cut(waiter));
    } finally {
      this.afterCuts = null;
    }
    for (const each of lines) this.serve(each);
    for (const join of again) join();
  }

  private lookAgain(line: Line<Choice>, inMs: number): void {
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
  private mostUrgent(line: Line<Choice>, head: LineTicket<Choice>): Next<Choice> | null {
    const peers = head.entry.waiter.urgency === undefined ? [head] : line.queue.peers(head, URGENT_WINDOW);
    let best: Next<Choice> | null = null;
    let least = Infinity;
    for (const ticket of peers) {
      const { waiter } = ticket.entry;
      if (ticket.sequences > 1 && !this.mayRun(line, ticket)) continue;
      const choice = waiter.choose([line.deployment.id]);
      if (choice === null) continue;
      const key = waiter.urgency?.(choice) ?? 0;
      if (best !== null && key >= least) continue;
      best = { ticket, choice };
      least = key;
    }
    return best;
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
    this.pools.fit(poolId, gpus, this.room.waitingIn(poolId));
  }
}

export const createFairQueues = <Choice extends Chosen>(options: FairQueuesOptions): FairQueues<Choice> =>
  new PooledQueues(options);
