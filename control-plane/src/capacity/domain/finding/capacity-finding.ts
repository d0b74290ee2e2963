/** GPUs of one kind that an agent saw in a pool. */
export interface ObservedGpus {
  readonly pool: string;
  readonly gpuType: string;
  readonly gpus: number;
  readonly observedAt: Date;
  /** What counted: `agent` for a cluster's nodes, `pool` for what the serving room records. */
  readonly source: "agent" | "pool";
}

/** An accepted or validated declaration that says something else than what is seen. */
export interface CapacityFinding {
  readonly pool: string;
  readonly gpuType: string;
  readonly declared: number;
  readonly observed: number;
  /** (observed − declared) ÷ declared; 1 when none was declared. */
  readonly difference: number;
  readonly observedAt: Date;
  readonly source: ObservedGpus["source"];
  /** Organisations whose lines were added up. */
  readonly organisationIds: readonly string[];
}
