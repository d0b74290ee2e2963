const DAY = 86_400_000;
/** An instant so many days from now, as GraphQL tells it. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
/** A whole connection. */
export const page = <Node>(nodes: readonly Node[]) => ({
  totalCount: nodes.length,
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  edges: nodes.map((node, index) => ({ cursor: String(index), node })),
});

const issue = (row: number, cell: string, field: string, value: string, code: string, fr: string, en: string) => ({
  ...{ row, cell, field, value, code },
  message: { fr, en },
});

/** A file that was read, with two errors. */
export const IMPORT = {
  id: "import-1",
  target: "DECLARATION",
  format: "CSV",
  fileName: "declaration.csv",
  fileDigest: "0".repeat(64),
  state: "PREVIEWED",
  rowsRead: 42,
  progress: 1,
  errorCount: 2,
  failure: null,
  createdAt: inDays(0),
  finishedAt: null,
  errors: page([
    issue(3, "D3", "gpuType", "H10O", "cell.gpu_unknown", "Type inconnu : H100-80GB ?", "Unknown type: H100-80GB?"),
    issue(7, "E7", "gpuCount", "-4", "cell.out_of_bounds", "Un entier de 1 à 100000", "An integer from 1 to 100000"),
  ]),
};

const sizingStep = (code: string, value: number, unit: string, formula: string, basis = "estimated") => ({
  ...{ code, value, unit, formula, basis },
  method: "sizing 1.0",
});

/** Why four GPUs. */
export const SIZING = {
  quarter: "2027Q1",
  gpus: { low: 2, likely: 4, high: 8 },
  gpuType: "H100-80GB",
  profile: "redaction-24b bf16 H100-80GB ×1, profil d’exemple",
  unsized: null,
  steps: [
    sizingStep("requests_per_day", 42_000, "1/d", "declared for the quarter, likely", "declared"),
    sizingStep("peak_per_second", 1.4, "1/s", "requests × (1 − batchable) × peak hour ÷ 3600"),
    sizingStep("gpus_per_replica", 1, "GPU", "fewest GPUs over all configurations", "published"),
    sizingStep("batch", 24, "request", "least of the above"),
    sizingStep("residence", 8.6, "s", "prefill + out × (α + β × batch)"),
    sizingStep("live", 12.04, "request", "peak × residence (Little)"),
    sizingStep("occupancy", 0.7, "", "planned part of a batch"),
    sizingStep("replicas_by_day", 3, "replica", "⌈peak ÷ within targets⌉"),
    sizingStep("spare", 1, "replica", "1 for criticality 1 and 2"),
    sizingStep("gpus", 4, "GPU", "replicas × GPUs per replica"),
  ],
  options: [
    { gpuType: "H100-80GB", gpus: { low: 2, likely: 4, high: 8 }, profile: "redaction-24b", misfits: [] },
    { gpuType: "L40S-48GB", gpus: null, profile: null, misfits: ["redaction-24b: memory"] },
  ],
};

const finding = (id: string, pool: string, gpuType: string, declared: number, observed: number) => ({
  ...{ id, pool, gpuType, declared, observed },
  difference: (observed - declared) / declared,
  source: "AGENT",
  observedAt: inDays(0),
  openedAt: inDays(-3),
  closedAt: null,
});
export const FINDINGS = [finding("finding-1", "nord", "H100-80GB", 120, 112)];
