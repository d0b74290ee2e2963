import type { SovereigntyObjective } from "../../generated/operations";
import { organisationById } from "./fake-organisations";

const criteria = (immunity: number, substitutability: number, control: number) => ({
  immunity,
  substitutability,
  control,
});

const line = (id: string, product: string, vendor: string, domain: string, euros: number, fields: object = {}) => ({
  id,
  product,
  vendor,
  domain,
  annualCostEuros: euros,
  vendorCountry: "ZZ",
  source: "Marché en cours",
  contractReference: null,
  licences: null,
  users: null,
  renewalDate: "2027-06-30",
  noticeDate: "2027-03-31",
  criticality: "HIGH",
  essential: false,
  labels: ["internal"],
  deployment: "ON_PREMISES",
  substitutes: "",
  lockIn: "",
  aiGrowth: false,
  criteria: criteria(1, 2, 1),
  sovereignty: [],
  target: "REDUCE",
  targetProduct: null,
  replacementSource: null,
  targetSeal: null,
  targetDate: null,
  reachesTarget: null,
  score: null,
  ...fields,
});

const action = (id: string, dependencyId: string, title: string, fields: object = {}) => ({
  id,
  dependencyId,
  title,
  type: "MIGRATE",
  owner: "Direction du numérique",
  start: "2027-01-01",
  end: "2027-12-31",
  oneOffCostEuros: 900_000,
  runDeltaEuros: -400_000,
  internalCostEuros: 0,
  source: "",
  usersMigrated: 0,
  usersTotal: 12_000,
  after: [],
  risk: "MEDIUM",
  progress: "PLANNED",
  blocker: "",
  evidence: "",
  milestones: [],
  blockedBecause: null,
  ...fields,
});

const WEIGHTS = [15, 10, 10, 15, 20, 15, 10, 5];

const OBJECTIVES: readonly SovereigntyObjective[] = [
  "STRATEGIC",
  "LEGAL",
  "DATA_AI",
  "OPERATIONAL",
  "SUPPLY_CHAIN",
  "TECHNOLOGY",
  "SECURITY",
  "ENVIRONMENT",
];

/** The framework's sum over its eight objectives, of 4 points each. */
const scored = (points: readonly number[], seals: readonly number[]) => {
  const terms = OBJECTIVES.map((objective, index) => {
    const [weight, got] = [WEIGHTS[index] ?? 0, points[index] ?? 0];
    return { objective, weight, points: got, maxPoints: 4, seal: seals[index] ?? 0, worth: (weight * got) / 4 };
  });
  const worth = terms.reduce((sum, term) => sum + term.worth, 0);
  const seal = Math.min(...seals);
  return { terms, totalWeight: 100, seal, score: worth, missing: [], frameworkVersion: "EU CSF 1.2.1" };
};

const years = [2025, 2026, 2027, 2028, 2029, 2030];

/** Two invented roadmaps: one that its ministry still writes, one that was accepted. */
const ROADMAPS = [
  {
    id: "roadmap-1",
    organisationId: "mtravail",
    year: 2026,
    state: "DRAFT",
    submittedAt: null,
    version: 7,
    declaredBy: "Camille Roy",
    steps: [{ to: "MINISTRY_VALIDATED", ability: "validate:Roadmap" }],
    history: [],
    content: {
      dependencies: [
        line("d-1", "Bureau intégré", "Éditeur Alpha", "OFFICE_SUITE", 3_200_000),
        line("d-2", "Hyperviseur d’exemple", "Éditeur Bêta", "VIRTUALISATION", 1_450_000, {
          essential: true,
          target: "EXIT",
          sovereignty: [],
          targetSeal: 2,
          reachesTarget: false,
          score: scored([2, 1, 3, 2, 1, 2, 3, 2], [2, 1, 3, 2, 1, 2, 3, 2]),
        }),
        line("d-3", "Annuaire d’exemple", "Éditeur Alpha", "WORKSTATION", 260_000, { criteria: null, target: null }),
      ],
      actions: [
        action("a-1", "d-1", "Passer les postes à la suite commune", { progress: "RUNNING", usersMigrated: 2_000 }),
        action("a-2", "d-2", "Migrer les machines virtuelles", {
          blocker: "Recrutement en attente",
          after: ["a-1"],
          milestones: [
            { title: "Premier site migré", due: "2027-03-31", reached: true },
            { title: "Tous les sites", due: "2027-12-31", reached: false },
          ],
          blockedBecause: "blocker",
        }),
      ],
      exitPlans: [
        {
          id: "x-1",
          dependencyId: "d-2",
          exportFormat: "Images disque ouvertes",
          escrow: false,
          reversibilityClause: true,
          durationDays: 180,
          costEuros: 350_000,
          exercises: [
            {
              date: "2026-10-08",
              outcome: "PARTLY",
              days: 12,
              findings: "Les images sortent ; les règles réseau non.",
            },
          ],
        },
      ],
      plannedSpend: years.map((year) => ({ year, domain: "OFFICE_SUITE", euros: 3_200_000 - (year - 2025) * 400_000 })),
      trajectory: years.map((year) => ({
        year,
        sovereignUsersPct: (year - 2025) * 18,
        sensitiveOnQualifiedPct: 40 + (year - 2025) * 12,
      })),
      readiness: [
        { code: "inventory.declared", met: true, message: "", missing: [] },
        { code: "criteria.scored", met: false, message: "", missing: ["Annuaire d’exemple"] },
        { code: "targets.set", met: false, message: "", missing: ["Annuaire d’exemple"] },
        { code: "actions.planned", met: true, message: "", missing: [] },
        { code: "exits.planned", met: true, message: "", missing: [] },
        { code: "actions.ordered", met: true, message: "", missing: [] },
        { code: "trajectory.covered", met: true, message: "", missing: [] },
      ],
    },
  },
  {
    id: "roadmap-2",
    organisationId: "meco",
    year: 2026,
    state: "ACCEPTED",
    submittedAt: "2026-11-12T09:30:00Z",
    version: 15,
    declaredBy: "Une autre personne",
    steps: [],
    history: [
      { at: "2026-11-12T09:30:00Z", from: "MINISTRY_VALIDATED", to: "SUBMITTED", by: "Dominique", reason: "Complète" },
      { at: "2026-11-18T14:05:00Z", from: "IN_REVIEW", to: "ACCEPTED", by: "Sacha Morel", reason: "Examen fait" },
    ],
    content: { dependencies: [], actions: [], exitPlans: [], plannedSpend: [], trajectory: [], readiness: [] },
  },
] as const;

const view = (roadmap: (typeof ROADMAPS)[number]) => ({
  ...roadmap,
  organisation: organisationById(roadmap.organisationId),
});

/** The queries about roadmaps; acts on them are refused, since nothing of them is kept. */
export const roadmapQueries = {
  roadmaps: () => ({
    totalCount: ROADMAPS.length,
    pageInfo: { hasNextPage: false, endCursor: null },
    edges: ROADMAPS.map((roadmap) => ({ cursor: roadmap.id, node: view(roadmap) })),
  }),
  roadmap: ({ id }: { id: string }) => {
    const found = ROADMAPS.find((one) => one.id === id);
    return found === undefined ? null : view(found);
  },
  roadmapReports: () => [REPORT],
  roadmapExercises: () => [{ year: 2026, deadline: "2026-12-21T23:00:00Z" }],
  ...Object.fromEntries(
    [
      ...["openRoadmap", "saveDependency", "saveRoadmapAction", "reportProgress", "saveExitPlan", "recordExercise"],
      ...["setTrajectory", "removeRoadmapLine", "transitionRoadmap", "consolidateRoadmaps"],
    ].map((act) => [act, () => KEPT_NOWHERE]),
  ),
};

const KEPT_NOWHERE = {
  __typename: "Conflict",
  code: "roadmap.changed",
  message: "The roadmap changed meanwhile.",
};

const window = {
  vendor: "Éditeur Alpha",
  from: "2027-03-01",
  to: "2027-06-30",
  actBefore: "2026-12-15",
  euros: 8_400_000,
  ministries: 2,
  renewals: [
    {
      organisationName: "Ministère de l’Économie",
      product: "Bureau intégré",
      date: "2027-03-01",
      noticeDate: null,
      euros: 5_200_000,
    },
    {
      organisationName: "Ministère du Travail",
      product: "Bureau intégré",
      date: "2027-06-30",
      noticeDate: null,
      euros: 3_200_000,
    },
  ],
};

const REPORT = {
  id: "report-1",
  year: 2026,
  computedAt: "2026-11-20T16:00:00Z",
  inputDigest: "5b7d1f0c2a9e4e5e8f00b1f6f7d3c4a25b7d1f0c2a9e4e5e8f00b1f6f7d3c4a2",
  windowMonths: 6,
  report: {
    totalEuros: 10_110_000,
    ministries: [
      {
        organisationId: "meco",
        organisationName: "Ministère de l’Économie",
        state: "ACCEPTED",
        late: false,
        dependencies: 1,
        euros: 5_200_000,
      },
      {
        organisationId: "mtravail",
        organisationName: "Ministère du Travail",
        state: "DRAFT",
        late: true,
        dependencies: 3,
        euros: 4_910_000,
      },
      {
        organisationId: "mculture",
        organisationName: "Ministère de la Culture",
        state: null,
        late: true,
        dependencies: 0,
        euros: 0,
      },
    ],
    vendors: [
      { vendor: "Éditeur Alpha", euros: 8_660_000, lines: 3, ministries: 2 },
      { vendor: "Éditeur Bêta", euros: 1_450_000, lines: 1, ministries: 1 },
    ],
    domains: [
      { domain: "OFFICE_SUITE", euros: 8_400_000, lines: 2 },
      { domain: "VIRTUALISATION", euros: 1_450_000, lines: 1 },
      { domain: "WORKSTATION", euros: 260_000, lines: 1 },
    ],
    years: years.map((year) => ({ year, domain: "OFFICE_SUITE", euros: 8_400_000 - (year - 2025) * 900_000 })),
    references: [
      {
        label: "Dépense numérique de l’État",
        kind: "SPEND",
        vendor: null,
        domain: null,
        euros: 4_500_000_000,
        declaredEuros: 10_110_000,
        source: "Plan Notre IA",
      },
    ],
    windows: [window],
    savings: {
      oneOffCostEuros: 1_800_000,
      yearlySavingEuros: 800_000,
      reachedEuros: 0,
      paybackYears: 2.25,
      usersMigrated: 2_000,
      usersTotal: 24_000,
    },
    insourcing: { internalEuros: 0, externalRemovedEuros: 0, ratio: 1.5 },
    seals: [
      { seal: 1, lines: 1, euros: 1_450_000 },
      { seal: null, lines: 3, euros: 8_660_000 },
    ],
    blocked: [{ organisationName: "Ministère du Travail", what: "Migrer les machines virtuelles", why: "blocker" }],
    untriedExits: [{ organisationName: "Ministère du Travail", what: "Hyperviseur d’exemple", why: "never_exercised" }],
    frameworkVersion: "EU CSF 1.2.1",
  },
};
