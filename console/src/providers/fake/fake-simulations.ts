import { organisationById } from "./fake-organisations";
import type { FakePerson } from "./fake-persons";
import { forbidden } from "./fake-acts";

const NONE = { refused: 0, admitted: 0, clamped: 0, warned: 0, eased: 0, pools: 0, reasons: 0 };
type Counts = Partial<typeof NONE>;

const ministry = (ministryId: string, replayed: number, counts: Counts) => ({
  ministryId,
  replayed,
  ministry: organisationById(ministryId),
  kinds: { ...NONE, ...counts },
  changed: Object.values(counts).reduce((sum, count) => sum + count, 0),
});

const MINISTRIES = [
  ministry("meco", 412_300, { refused: 1904, warned: 3120, clamped: 120 }),
  ministry("meduc", 318_240, { warned: 4410 }),
  ministry("mjustice", 164_020, { refused: 1260, warned: 310, admitted: 128 }),
  ministry("mtravail", 98_410, { warned: 540, clamped: 92 }),
  ministry("mculture", 30_100, {}),
];
const summed = (of: (line: (typeof MINISTRIES)[number]) => number): number =>
  MINISTRIES.reduce((sum, line) => sum + of(line), 0);
const kindsOf = (): typeof NONE => {
  const kinds = { ...NONE };
  for (const kind of Object.keys(NONE) as (keyof typeof NONE)[]) kinds[kind] = summed((line) => line.kinds[kind]);
  return kinds;
};

const DPIA = "data-protection/special-category-dpia";
const SUPPORT = "sovereignty/sren31-foreign-control";

const change = (
  ordinal: number,
  organisationId: string,
  useCase: string,
  kind: string,
  rule: string,
  records: number,
) => ({
  ordinal,
  kind,
  cause: "RULES",
  rules: [rule],
  records,
  served: kind === "ADMITTED" ? 0 : Math.round(records * 0.97),
  samples: ["r1-01KAT7204118-40007QK2", "r1-01KAT7204117-39997QK2", "r1-01KAT7204116-39987QK2"],
  useCaseId: `uc-${ordinal}`,
  useCaseName: useCase,
  organisationId,
  organisation: organisationById(organisationId),
  ministryId: organisationId,
});

const CHANGES = [
  change(1, "meduc", "Aide à la correction", "WARNED", DPIA, 4410),
  change(2, "meco", "Contrôle des dépenses", "WARNED", DPIA, 3120),
  change(3, "meco", "Réponse aux courriers", "REFUSED", DPIA, 1904),
  change(4, "mjustice", "Synthèse de procédures", "REFUSED", DPIA, 1260),
  change(5, "mjustice", "Synthèse de procédures", "ADMITTED", SUPPORT, 128),
];

const summary = (version: number, effect: string) => ({
  version,
  effect,
  mode: "enforce",
  from: "2026-01-01",
  to: null,
});

const OUTCOME = {
  changed: summed((line) => line.changed),
  servedThenRefused: 3064,
  recordsDigest: "9f3c2d71e40a55b81c0de9a7b21a40c1d7f0",
  seconds: 52.4,
  coverage: {
    records: 1_301_702,
    replayed: summed((line) => line.replayed),
    partial: 31_204,
    impossible: 17_236,
    notJudged: 17_142,
    missing: [
      { fact: "request.maxOutputTokens", records: 48_440 },
      { fact: "pool.supportAccessCountries", records: 17_236 },
    ],
  },
  kinds: kindsOf(),
  ministries: MINISTRIES,
  rules: [
    { rule: DPIA, changed: 10_694, kinds: { ...NONE, refused: 3164, warned: 7530 } },
    { rule: SUPPORT, changed: 128, kinds: { ...NONE, admitted: 128 } },
  ],
  pools: [{ poolId: "nord", poolName: "H100 · Sensible · Nord", lost: 3164, gained: 128 }],
  differences: [
    {
      ...{ rule: DPIA, change: "changed", before: summary(5, "warn"), after: summary(6, "deny") },
      fr: "Donnée de catégorie particulière sans analyse d’impact.",
      en: "Special-category data without an impact assessment.",
    },
    {
      ...{ rule: SUPPORT, change: "changed", before: summary(3, "deny"), after: summary(4, "deny") },
      fr: "Le support assuré hors de l’Union européenne compte aussi.",
      en: "Support given from outside the European Union counts too.",
    },
  ],
};

const simulation = (id: string, state: string, fields: object = {}) => ({
  ...{ id, state, progress: 1, fromDay: "2026-11-01", toDay: "2026-11-14", legalDay: null, failure: null },
  ...{ candidateDigest: "c2".repeat(32), activeDigest: "9f".repeat(32), outcome: null },
  ...{ createdAt: "2026-11-15T09:12:00Z", finishedAt: "2026-11-15T09:13:00Z", requestedBy: "Maxime Garnier" },
  organisation: organisationById("etat"),
  ...fields,
});

const SIMULATIONS = [
  simulation("sim-2", "RUNNING", {
    progress: 0.42,
    finishedAt: null,
    legalDay: "2027-03-01",
    candidateDigest: "9f".repeat(32),
  }),
  simulation("sim-1", "DONE", { outcome: OUTCOME }),
  simulation("sim-0", "FAILED", { failure: "simulation.interrupted" }),
];

interface ChangeFilter {
  readonly kind?: string | null;
  readonly ministryId?: string | null;
  readonly rule?: string | null;
}
export interface Paged {
  readonly first?: number;
  readonly after?: string | null;
}

export const page = <Row>(rows: readonly Row[], { first = 25, after }: Paged) => {
  const start = after == null ? 0 : Number(after) + 1;
  const edges = rows.slice(start, start + first).map((node, index) => ({ cursor: String(start + index), node }));
  const hasNextPage = start + first < rows.length;
  return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
};

const BUNDLES = [
  { digest: "9f".repeat(32), keptAt: null, ruleCount: 38, active: true },
  { digest: "c2".repeat(32), keptAt: "2026-11-12T08:00:00Z", ruleCount: 38, active: false },
];

/** Three invented simulations: one that runs, one that is done, one that broke off. */
export const simulationQueries = (person: FakePerson) => ({
  policyBundles: (args: Paged) => page(BUNDLES, args),
  simulations: (args: Paged) => page(SIMULATIONS, args),
  simulation: ({ id }: { id: string }) => SIMULATIONS.find((one) => one.id === id) ?? null,
  simulationChanges: ({ filter, ...args }: Paged & { filter?: ChangeFilter | null }) =>
    page(
      CHANGES.filter(
        (one) =>
          (filter?.kind == null || one.kind === filter.kind) &&
          (filter?.ministryId == null || one.ministryId === filter.ministryId) &&
          (filter?.rule == null || one.rules.includes(filter.rule)),
      ),
      args,
    ),
  requestSimulation: () =>
    person.abilities.includes("simulate:PolicyBundle")
      ? { __typename: "Simulation", ...SIMULATIONS[0] }
      : forbidden("simulate:PolicyBundle"),
  cancelSimulation: () => ({ __typename: "Conflict", code: "simulation.over", message: "This simulation is over." }),
});
