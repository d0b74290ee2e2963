/** What other rooms may read of consolidations: a part of FROM, to be given an alias. */
export const CONSOLIDATIONS = "(SELECT id, state FROM consolidation)";

/** GPUs that a consolidation found a need to take, by quarter. */
export const SIZED_NEEDS =
  "(SELECT consolidation_id, need_id, quarter, gpu_type, low, likely, high, min_useful FROM consolidation_need)";

export const NEEDS = `(SELECT id, organisation_id, title, content, criticality, declared_by, created_at, state
  FROM capacity_need)`;
