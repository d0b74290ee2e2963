export const OBSERVATION_SOURCES = ["agent", "pool"] as const;
/** What counted: an agent on a cluster's nodes, or what the serving room records of a pool. */
export type ObservationSource = (typeof OBSERVATION_SOURCES)[number];

/** GPUs of one kind that were seen in a pool. */
export interface ObservedGpus {
  readonly pool: string;
  readonly gpuType: string;
  readonly gpus: number;
  readonly observedAt: Date;
  readonly source: ObservationSource;
}

/** GPUs of one kind that lines say serve a pool. */
export interface DeclaredGpus {
  readonly pool: string;
  readonly gpuType: string;
  readonly gpus: number;
}

/** Declarations say something else than what is seen. */
export interface CapacityFinding {
  readonly pool: string;
  readonly gpuType: string;
  readonly declared: number;
  readonly observed: number;
  /** (observed − declared) ÷ declared; 1 when none was declared. */
  readonly difference: number;
  readonly source: ObservationSource;
  readonly observedAt: Date;
}

/** A finding as it is kept: open until what is seen and what is said agree again. */
export interface KeptFinding extends CapacityFinding {
  readonly id: string;
  readonly campaignId: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** Differences up to this share of what is declared are let pass. */
const TOLERANCE = 0.05;

const key = ({ pool, gpuType }: { readonly pool: string; readonly gpuType: string }): string => `${pool} ${gpuType}`;

/**
 * Differences over 5 % between what is declared to serve a pool and what is seen in it. A pool that nobody observes says
 * nothing; a pool that no declaration names is nobody's promise.
 */
export function findingsOf(
  declared: readonly DeclaredGpus[],
  observed: readonly ObservedGpus[],
): readonly CapacityFinding[] {
  const promised = new Map(declared.map((each) => [key(each), each.gpus]));
  const pools = new Set(declared.map(({ pool }) => pool));
  const seen = new Map(observed.filter(({ pool }) => pools.has(pool)).map((each) => [key(each), each]));
  const unseen = declared.flatMap((each) => {
    const elsewhere = observed.find(({ pool }) => pool === each.pool);
    return seen.has(key(each)) || elsewhere === undefined ? [] : [{ ...elsewhere, gpuType: each.gpuType, gpus: 0 }];
  });
  return [...seen.values(), ...unseen]
    .map((each) => findingOf(promised.get(key(each)) ?? 0, each))
    .filter(({ difference }) => Math.abs(difference) > TOLERANCE);
}

const findingOf = (declared: number, { pool, gpuType, gpus, source, observedAt }: ObservedGpus): CapacityFinding => ({
  pool,
  gpuType,
  declared,
  observed: gpus,
  difference: declared === 0 ? (gpus === 0 ? 0 : 1) : (gpus - declared) / declared,
  source,
  observedAt,
});

/** What keeping findings has to change. */
export interface FindingChanges {
  readonly opened: readonly CapacityFinding[];
  /** Still open, with other figures. */
  readonly changed: readonly KeptFinding[];
  readonly closed: readonly KeptFinding[];
}

/** From the findings that stand open to those found now. */
export function findingChanges(open: readonly KeptFinding[], found: readonly CapacityFinding[]): FindingChanges {
  const stand = new Map(open.map((each) => [key(each), each]));
  const now = new Map(found.map((each) => [key(each), each]));
  return {
    opened: found.filter((each) => !stand.has(key(each))),
    changed: open.flatMap((each) => {
      const found = now.get(key(each));
      const same = found?.declared === each.declared && found.observed === each.observed;
      return found === undefined || same ? [] : [{ ...each, ...found }];
    }),
    closed: open.filter((each) => !now.has(key(each))),
  };
}
