import { organisationById } from "./fake-organisations";

type Line = readonly [
  organisationId: string,
  nominal: number,
  guarantee: number,
  within: number,
  lent: number,
  borrowed: number,
  waiting: number,
];

export interface FakeAllocation {
  id: string;
  poolId: string;
  nodeId: string;
  nodeName: string;
  nodeType: string;
  nominal: number;
  guarantee: number;
  lendLimit: number | null;
  borrowLimit: number | null;
  weight: number;
}

export interface FakePool {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly gpuClass: string;
  readonly gpuCount: number;
  readonly acceptedLabels: readonly string[];
  readonly hosting: string;
  readonly active: boolean;
  readonly invented: boolean;
  readonly models: readonly string[];
  readonly lines: readonly Line[];
  readonly reserveLent: number;
  allocations: FakeAllocation[];
}

const NORTH: readonly Line[] = [
  ["meco", 32, 16, 32, 0, 9, 38],
  ["meduc", 24, 8, 14, 8, 0, 0],
  ["mjustice", 20, 12, 20, 0, 0, 5],
  ["mecologie", 14, 4, 14, 0, 5, 11],
  ["mtravail", 10, 4, 4, 4, 0, 0],
  ["magri", 8, 4, 8, 0, 0, 3],
  ["mculture", 4, 2, 2, 0, 0, 0],
];
const SOUTH: readonly Line[] = [
  ["mtravail", 8, 4, 8, 0, 2, 0],
  ["mjustice", 12, 8, 7, 2, 0, 0],
  ["meduc", 8, 4, 6, 0, 0, 0],
];
const WEST: readonly Line[] = [
  ["mtravail", 4, 2, 3, 0, 0, 0],
  ["mculture", 8, 2, 2, 0, 0, 0],
  ["magri", 6, 2, 6, 0, 0, 0],
];

function pool(
  id: string,
  name: string,
  gpuClass: string,
  gpuCount: number,
  labels: readonly string[],
  lines: readonly Line[],
  models: readonly string[],
  reserveLent: number,
): FakePool {
  return {
    id,
    slug: id,
    name,
    gpuClass,
    gpuCount,
    acceptedLabels: labels,
    hosting: "SecNumCloud 3.2",
    active: true,
    invented: true,
    models,
    lines,
    reserveLent,
    allocations: lines.map(([nodeId, nominal, guarantee], index) => ({
      id: `alloc-${id}-${nodeId}`,
      poolId: id,
      nodeId,
      nodeName: organisationById(nodeId)?.name ?? nodeId,
      nodeType: "organisation",
      nominal,
      guarantee,
      lendLimit: index % 3 === 1 ? Math.floor((nominal - guarantee) / 2) : null,
      borrowLimit: index % 2 === 0 ? 12 : null,
      weight: nominal,
    })),
  };
}

export const makePools = (): FakePool[] => [
  pool(
    "nord",
    "H100 · Sensible · Nord",
    "H100 80 Go",
    120,
    ["internal", "personal", "secret_pro"],
    NORTH,
    ["redaction-24b", "transcription-fr"],
    2,
  ),
  pool(
    "sud",
    "H200 · Sensible · Sud",
    "H200 141 Go",
    32,
    ["internal", "personal", "sren31"],
    SOUTH,
    ["redaction-24b"],
    0,
  ),
  pool("ouest", "L40S · Standard · Ouest", "L40S 48 Go", 24, ["public", "internal"], WEST, ["traduction-8b"], 0),
];

/** Live figures of a pool; they hold still, so that a picture of them does too. */
export function liveOf(one: FakePool, now: Date) {
  const nominal = one.lines.reduce((sum, line) => sum + line[1], 0);
  const within = one.lines.reduce((sum, line) => sum + line[3], 0);
  const borrowed = one.lines.reduce((sum, line) => sum + line[5], 0);
  const reserve = one.gpuCount - nominal;
  const served = one.lines.reduce((sum, line) => sum + (line[3] + line[5]) * 60, 0);
  const rows = one.lines.map(([organisationId, right, guarantee, used, lent, extra, waiting]) => ({
    organisation: organisationById(organisationId),
    nominal: right,
    guarantee,
    occupied: used + extra,
    lent,
    borrowed: extra,
    free: right - used - lent,
    running: (used + extra) * 12,
    waiting,
    gpuSeconds: (used + extra) * 60,
    share: served === 0 ? 0 : ((used + extra) * 60) / served,
  }));
  const reserveRow = {
    organisation: null,
    nominal: reserve,
    guarantee: 0,
    occupied: 0,
    lent: one.reserveLent,
    borrowed: 0,
    free: reserve - one.reserveLent,
    running: 0,
    waiting: 0,
    gpuSeconds: 0,
    share: 0,
  };
  return {
    at: new Date(now.getTime() - 4000).toISOString(),
    replicas: 3,
    physical: one.gpuCount,
    allocated: nominal,
    reserve,
    occupiedWithinRight: within,
    borrowed,
    lent: borrowed,
    free: one.gpuCount - within - borrowed,
    rows: reserve > 0 ? [...rows, reserveRow] : rows,
  };
}
