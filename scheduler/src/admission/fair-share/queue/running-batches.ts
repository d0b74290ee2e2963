import type { DeploymentId } from "@socle/contracts";
import type { Charge, PoolShares } from "../order/pool-shares.js";
import { batchToCut } from "./cut-batch.js";
import type { CutChoice, CutServer, RunningBatch } from "./cut-batch.js";
import { BATCH } from "./ticket.js";
import type { Ticket } from "./ticket.js";
import type { Chosen, Grant, Waiter } from "./waiter.js";

/** Where a request stands in line, however often it was cut. */
export type PlaceInLine = Pick<Ticket, "arrivedAt" | "deadline" | "arrival">;

/** What a deployment has: most places free on one server, and millionths of a GPU that one sequence occupies. */
export interface CutRoom {
  readonly free: number;
  readonly unitsPerSequence: number;
}

interface Place extends PlaceInLine {
  cuts: number;
}

class Running<Choice extends Chosen> implements RunningBatch {
  constructor(
    readonly waiter: Waiter<Choice>,
    readonly charge: Charge,
    readonly startedAt: number,
    readonly cuts: number,
  ) {}

  get server(): CutServer | null {
    return this.waiter.cut?.server() ?? null;
  }
}

/** Batch requests that run and can be cut, by deployment, and the places in line that they go back to. */
export class RunningBatches<Choice extends Chosen> {
  private readonly running = new Map<DeploymentId, Map<Grant, Running<Choice>>>();
  private readonly places = new WeakMap<Waiter<Choice>, Place>();

  /** The place of one that runs or was cut; `undefined` for a newcomer. */
  placeOf(waiter: Waiter<Choice>): Readonly<Place> | undefined {
    return this.places.get(waiter);
  }

  /** A request has its turn; those of other classes, and those that cannot be cut, are not looked at again. */
  started(waiter: Waiter<Choice>, { arrivedAt, deadline, arrival }: PlaceInLine, grant: Grant, now: number): void {
    if (waiter.serviceClass !== "batch" || waiter.cut === undefined) return;
    const place = this.places.get(waiter) ?? { arrivedAt, deadline, arrival, cuts: 0 };
    this.places.set(waiter, place);
    this.put(grant, new Running(waiter, grant.charge, now, place.cuts));
  }

  /** A request went on elsewhere, under another grant. */
  moved(from: Grant, to: Grant, now: number): void {
    const here = this.running.get(from.charge.deploymentId);
    const known = here?.get(from);
    if (known === undefined) return;
    here?.delete(from);
    this.put(to, new Running(known.waiter, to.charge, now, known.cuts));
  }

  ended(grant: Grant): void {
    this.running.get(grant.charge.deploymentId)?.delete(grant);
  }

  some(deploymentId: DeploymentId): boolean {
    return (this.running.get(deploymentId)?.size ?? 0) > 0;
  }

  /** Who has to give way to one that waits for a deployment. */
  toCutFor(
    { leafId, classIndex, sequences }: Ticket,
    shares: PoolShares,
    deploymentId: DeploymentId,
    { free, unitsPerSequence }: CutRoom,
    now: number,
  ): CutChoice<{ readonly waiter: Waiter<Choice> }> {
    const leaf = shares.tree.indexOf.get(leafId) ?? -1;
    const occupied = sequences * unitsPerSequence;
    // Batch asks nobody to go; and what an endpoint has to compute first is not changed by a cut.
    const finds = leaf >= 0 && free >= sequences && shares.quota.available(leaf) >= occupied;
    if (classIndex === BATCH || leaf < 0 || finds) return { batches: [], againInMs: Infinity };
    const running = this.running.get(deploymentId)?.values() ?? [];
    return batchToCut(shares, { leaf, sequences, occupied, free }, running, now);
  }

  /** Cuts one that runs. The answer joins it again where it stood. */
  cut(waiter: Waiter<Choice>): () => void {
    const place = this.places.get(waiter);
    if (place === undefined || waiter.cut === undefined) throw new Error("nothing runs that could be cut");
    place.cuts += 1;
    return waiter.cut.now();
  }

  private put(grant: Grant, running: Running<Choice>): void {
    const { deploymentId } = grant.charge;
    const here = this.running.get(deploymentId) ?? new Map<Grant, Running<Choice>>();
    this.running.set(deploymentId, here.set(grant, running));
  }
}
