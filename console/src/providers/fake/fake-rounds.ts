import { organisationById } from "./fake-organisations";

const QUARTERS = ["2027Q1", "2027Q2"] as const;

const line = (
  id: string,
  title: string,
  organisationId: string,
  criticality: number,
  asked: number,
  granted: number,
  fields: object = {},
) => ({
  id,
  title,
  organisation: organisationById(organisationId),
  criticality,
  score: 70,
  outcome: granted === 0 ? "REFUSED" : granted < asked ? "PARTIAL" : "GRANTED",
  amendedReason: null,
  version: 1,
  asks: QUARTERS.map((quarter) => ({ quarter, low: asked - 1, likely: asked, high: asked + 2, minUseful: 2 })),
  placements: QUARTERS.map((quarter) => ({ quarter, poolId: "nord", gpus: granted })),
  explanations: QUARTERS.map((quarter) => ({
    quarter,
    asked,
    granted,
    minUseful: 2,
    binding: granted < asked ? "CAPACITY" : "NONE",
    reachable: 0,
    holders: { moreUrgent: 8, lessUrgent: 0, sameClassOtherMinistry: 6, sameClassSameMinistry: 2 },
    unlock:
      granted < asked
        ? { kind: "GPUS", gpus: asked - granted, poolIds: ["nord"], closed: [] }
        : { kind: "NOTHING", gpus: null, poolIds: [], closed: [] },
  })),
  ...fields,
});

const LINES = [
  line("l-1", "Assistance aux conseillers", "mtravail", 1, 8, 8),
  line("l-2", "Synthèse de dossiers", "mjustice", 2, 6, 4),
  line("l-3", "Indexation d’archives", "mculture", 3, 6, 0),
];

/** One invented round, proposed and waiting for its vote. */
const ROUND = {
  id: "round-1",
  title: "Appel du premier semestre 2027",
  track: "APPEL",
  state: "ARBITRATION",
  openedAt: "2026-11-02T08:00:00Z",
  closesAt: "2026-11-20T18:00:00Z",
  effectFrom: "2027-01-01T00:00:00+01:00",
  expiresAt: null,
  quarters: QUARTERS,
  version: 9,
  proposedBy: "Sacha Morel",
  proposedAt: "2026-11-23T10:00:00Z",
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  rulesVersion: "1",
  acts: [
    { act: "solve", ability: "update:Round" },
    { act: "propose", ability: "grant:Round" },
    { act: "decide", ability: "grant:Round" },
    { act: "close", ability: "manage:Round" },
  ],
  pools: [{ poolId: "nord", centsPerGpuHour: 320, market: false, ownerMinistryId: null }],
  solution: {
    method: "LEXICOGRAPHIC",
    gapPct: 0,
    inputsDigest: "8e2f61c0d41a7b55c3f0a9d2b7e4c6f18e2f61c0d41a7b55c3f0a9d2b7e4c6f1",
    at: "2026-11-23T09:40:00Z",
    jobId: "job-1",
  },
} as const;

const page = { hasNextPage: false, endCursor: null };

/** The queries about rounds; acts on them are refused, since nothing of them is kept. */
export const roundQueries = {
  allocationRounds: () => ({ pageInfo: page, edges: [{ cursor: ROUND.id, node: ROUND }] }),
  allocationRound: ({ id }: { id: string }) => (id === ROUND.id ? ROUND : null),
  roundLines: () => ({ pageInfo: page, edges: LINES.map((node) => ({ cursor: node.id, node })) }),
  roundJobs: () => [
    {
      id: "job-1",
      kind: "SOLVE",
      state: "DONE",
      progress: 1,
      failure: null,
      createdAt: "2026-11-23T09:40:00Z",
      answer: {
        seconds: 3.4,
        gapPct: 0,
        method: "LEXICOGRAPHIC",
        satisfaction: { weighted: 0.81, classes: [] },
        greedy: { weighted: 0.74, classes: [] },
      },
    },
  ],
  roundRights: () => [],
  roundOpinions: () => [
    {
      id: "o-1",
      at: "2026-11-19T14:00:00Z",
      by: "Noa Bertin",
      told: "Besoin mesuré en expérimentation.",
      verdict: "FAVOURABLE",
    },
  ],
};
