import { inDays } from "./fake-capacity";

const cell = (ministryId: string, quarter: string, figures: readonly number[]) => {
  const [likely = 0, granted = 0, declared = 0, verified = 0, offered = 0, allocated = 0, idleLendable = 0] = figures;
  return {
    ...{ ministryId, quarter, gpuType: "H100-80GB", zone: "open" },
    demand: { low: Math.floor(likely / 2), likely, high: likely * 2 },
    ...{ declared, verified, offered, allocated, idleLendable, granted, usedP95: null },
    unmet: likely - granted,
  };
};

const equality = (code: string, left: number, right: number, mustBeZero = true) => ({
  ...{ code, left, right, mustBeZero },
  difference: left - right,
});

/** Three ministries that ask alone for 24 GPUs, and together for 4. */
export const CONSOLIDATION = {
  id: "0194a2c1-7e10-7000-8000-000000000001",
  campaignId: "campaign-1",
  state: "COMPUTED",
  progress: 1,
  comments: () => ({
    pageInfo: { hasNextPage: false, endCursor: null },
    edges: [
      {
        cursor: "1",
        node: {
          id: "comment-1",
          at: "2026-11-20T10:00:00Z",
          by: "Sacha Morel",
          body: "La ligne SITE-C-02 est à vérifier avec le relevé de novembre.",
          part: null,
        },
      },
    ],
  }),
  inputDigest: "5b7d1f0c2a9e4e5e8f00b1f6f7d3c4a25b7d1f0c2a9e4e5e8f00b1f6f7d3c4a2",
  reportDigest: "0".repeat(64),
  failure: null,
  requestedAt: inDays(-1),
  computedAt: inDays(-1),
  publishedAt: null,
  version: 3,
  cells: [
    cell("meco", "2027Q1", [8, 8, 96, 96, 24, 32, 16]),
    cell("mtravail", "2027Q1", [8, 6, 40, 32, 12, 16.5, 4]),
    cell("mculture", "2027Q1", [8, 0, 0, 0, 0, 0, 0]),
    cell("meco", "2027Q2", [8, 8, 96, 96, 24, 32, 16]),
    cell("mtravail", "2027Q2", [8, 8, 40, 32, 12, 16.5, 4]),
  ],
  report: {
    method: "consolidation 1.0",
    ministries: [
      { id: "meco", slug: "meco", name: "Ministère de l’Économie" },
      { id: "mtravail", slug: "mtravail", name: "Ministère du Travail" },
      { id: "mculture", slug: "mculture", name: "Ministère de la Culture" },
    ],
    unsized: [{ needId: "need-9", ministryId: "mculture", reference: "ARCHIVES-03", why: "model_unknown" }],
    poolings: [
      {
        ...{ quarter: "2027Q1", model: "redaction-24b", gpuType: "H100-80GB", zone: "open", needs: 3 },
        ...{ ministryIds: ["meco", "mtravail", "mculture"], alone: 24, pooled: 4, saved: 20, method: "" },
      },
    ],
    savings: {
      ...{ aloneGpus: 24, pooledGpus: 4, aloneGpuHours: 87_360, pooledGpuHours: 17_472 },
      ...{ aloneEuros: 262_080, pooledEuros: 52_416, aloneKgCo2e: 3_494, pooledKgCo2e: 699 },
      ...{ basis: "estimated", method: "Une réplica commune par modèle, au lieu d’une par besoin" },
    },
    lending: [
      {
        ...{ quarter: "2027Q1", gpuType: "H100-80GB", zone: "open", fromMinistryId: "meco" },
        ...{ toMinistryId: "mculture", needId: "need-8", line: "SITE-C-02", gpus: 8 },
      },
    ],
    purchases: [{ gpuType: "H100-80GB", zone: "open", from: "2027Q1", quarters: 2, gpus: 8, neededBy: "2027-01-01" }],
    redundancies: [
      {
        ...{ gpuType: "L40S-48GB", region: "Bretagne", year: 2026, gpus: 24, lines: 2 },
        ministryIds: ["meco", "mtravail"],
      },
    ],
    expiries: [
      {
        ...{ kind: "support", date: "2027-05-31", ministryId: "mtravail", line: "SITE-A-01" },
        ...{ subject: null, gpuType: "H100-80GB", gpus: 24 },
      },
    ],
    reconciliation: [
      equality("granted_and_unmet_are_need", 40, 40),
      equality("cells_are_needs", 40, 40),
      equality("cells_are_declared_lines", 272, 272),
      equality("cells_are_rights", 97, 97),
      equality("pools_are_verified", 120, 128, false),
      equality("granted_within_rights", 30, 97, false),
    ],
  },
};
