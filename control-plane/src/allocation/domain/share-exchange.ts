import type {
  DeploymentId,
  EndpointId,
  EndpointShareV1,
  NodeServiceV1,
  PoolShareReportV1,
  PoolShareUpdateV1,
} from "@socle/contracts";
import { dealSlots, divideSlots } from "./slot-division.js";

/** What a replica last said of a pool, and what it was answered. */
export interface ShareRow {
  readonly replica: string;
  readonly epoch: number;
  readonly call: number;
  readonly at: Date;
  /** Seconds of the exchange's own time, which stands still while no replica is answered. */
  readonly tick: number;
  readonly report: PoolShareReportV1;
  readonly slots: readonly EndpointShareV1[];
}

export type ShareCall = Pick<ShareRow, "replica" | "epoch" | "call" | "report">;

export interface Exchanged {
  /** The caller's new row; `null` when the call was answered before. */
  readonly row: ShareRow | null;
  /** Replicas not heard for too long: their share is free again. */
  readonly gone: readonly string[];
  readonly update: PoolShareUpdateV1;
}

/** A replica is gone once others were answered for this long without it. */
const GONE_AFTER_SECONDS = 10;
/** Most that the exchange's time advances between two calls: a time without answers says nothing of anybody. */
const LONGEST_STEP_SECONDS = 2;

const timeOf = (rows: readonly ShareRow[], now: Date): Pick<ShareRow, "at" | "tick"> => {
  const last = rows.reduce<ShareRow | null>(
    (latest, row) => (latest === null || row.at > latest.at ? row : latest),
    null,
  );
  if (last === null) return { at: now, tick: 0 };
  const step = Math.min(LONGEST_STEP_SECONDS, Math.max(0, now.getTime() - last.at.getTime()) / 1000);
  return { at: now > last.at ? now : last.at, tick: last.tick + step };
};

const sumOf = (others: readonly ShareRow[]): NodeServiceV1[] => {
  const sums = new Map<string, { gpuSeconds: number[]; occupied: number }>();
  for (const { nodeId, gpuSeconds, occupied } of others.flatMap(({ report }) => report.given)) {
    const sum = sums.get(nodeId) ?? { gpuSeconds: [], occupied: 0 };
    sums.set(nodeId, sum);
    for (const [tier, given] of gpuSeconds.entries()) sum.gpuSeconds[tier] = (sum.gpuSeconds[tier] ?? 0) + given;
    sum.occupied += occupied;
  }
  return [...sums].map(([nodeId, sum]) => ({ nodeId, ...sum }));
};

/** Most that a replica may have on an endpoint until it calls again. */
const boundOf = ({ report, slots }: ShareRow, endpointId: EndpointId): number =>
  Math.max(
    report.endpoints.find((each) => each.endpointId === endpointId)?.holds ?? 0,
    slots.find((each) => each.endpointId === endpointId)?.slots ?? 0,
  );

/** Slots of an endpoint: the least that replicas which use it believe in, as they may be on different snapshots. */
const slotsOf = (reports: readonly PoolShareReportV1[], endpointId: EndpointId): number => {
  const said = reports.flatMap(({ endpoints }) => endpoints.filter((each) => each.endpointId === endpointId));
  const used = said.map(({ slots }) => slots).filter((slots) => slots > 0);
  return used.length === 0 ? 0 : Math.min(...used);
};

/** What the caller should have of each endpoint of a deployment once everybody has what it should. */
const aimedFor = (deploymentId: DeploymentId, reports: readonly PoolShareReportV1[], caller: number) => {
  const ids = new Set(
    reports.flatMap(({ endpoints }) =>
      endpoints.filter((each) => each.deploymentId === deploymentId).map(({ endpointId }) => endpointId),
    ),
  );
  const endpoints = [...ids].sort().map((endpointId) => ({
    endpointId,
    slots: slotsOf(reports, endpointId),
    takers: reports.map((report) => report.endpoints.some((each) => each.endpointId === endpointId && each.slots > 0)),
  }));
  const all = endpoints.reduce((sum, { slots }) => sum + slots, 0);
  const demands = reports.map(({ demand }) => ({
    demand: demand.filter((line) => line.deploymentId === deploymentId),
  }));
  const dealt = dealSlots(endpoints, divideSlots(all, demands));
  return endpoints.map(({ endpointId, slots }, at) => ({ endpointId, slots, aim: dealt[at]?.[caller] ?? 0 }));
};

/**
 * One call's exchange on one pool. Service is answered as totals of the others. Slots are handed over in two steps: a
 * replica that should have fewer is told at once and counts for what it had until its next call says that it has given
 * them up; one that should have more gets what is free beside what the others count for. So the sum over replicas never
 * exceeds an endpoint's slots, whatever calls are lost, late or repeated. A replica that says that it holds more than there
 * is (it was away, or the slots became fewer) makes the others shrink first.
 */
export const exchangeShares = (rows: readonly ShareRow[], call: ShareCall, now: Date): Exchanged => {
  const time = timeOf(rows, now);
  const gone = rows.filter((row) => time.tick - row.tick > GONE_AFTER_SECONDS && row.replica !== call.replica);
  const others = rows
    .filter((row) => row.replica !== call.replica && !gone.includes(row))
    .sort((a, b) => (a.replica < b.replica ? -1 : 1));
  const before = rows.find((row) => row.replica === call.replica);
  const repeated = before?.epoch === call.epoch && before.call === call.call;
  const slots = repeated ? before.slots : grant(others, call);
  return {
    row: repeated ? null : { ...call, ...time, slots },
    gone: gone.map(({ replica }) => replica),
    update: {
      poolId: call.report.poolId,
      basis: others.map(({ replica, epoch }) => `${replica}/${String(epoch)}`).join(" "),
      elsewhere: sumOf(others),
      slots,
    },
  };
};

const grant = (others: readonly ShareRow[], { replica, report }: ShareCall): EndpointShareV1[] => {
  const caller = others.filter((other) => other.replica < replica).length;
  const reports = others.map((other) => other.report);
  reports.splice(caller, 0, report);
  const named = new Set(report.endpoints.map(({ endpointId }) => endpointId));
  const deployments = new Set(report.endpoints.map(({ deploymentId }) => deploymentId));
  return [...deployments].flatMap((deploymentId) =>
    aimedFor(deploymentId, reports, caller)
      .filter(({ endpointId }) => named.has(endpointId))
      .map(({ endpointId, slots, aim }) => {
        const taken = others.reduce((sum, other) => sum + boundOf(other, endpointId), 0);
        return { endpointId, slots: Math.min(aim, Math.max(0, slots - taken)) };
      }),
  );
};
