import { FINDINGS, IMPORT, SIZING, inDays, page } from "./fake-capacity";
import { CONSOLIDATION } from "./fake-consolidation";
import { organisationById } from "./fake-organisations";
import type { FakePerson } from "./fake-persons";

const QUARTERS = ["2027Q1", "2027Q2", "2027Q3", "2027Q4"];

const CAMPAIGN = {
  id: "campaign-1",
  name: "Recensement des capacités 2027",
  kind: "CAPACITY",
  state: "OPEN",
  opensAt: inDays(-40),
  closesAt: inDays(21),
  daysLeft: 21,
  scope: [],
  quarters: QUARTERS,
  templateVersion: 1,
  reminderDays: [30, 7, 1],
  createdAt: inDays(-60),
  version: 2,
};

const PAST = {
  ...CAMPAIGN,
  id: "campaign-0",
  name: "Recensement d’essai",
  state: "CLOSED",
  opensAt: inDays(-200),
  closesAt: inDays(-120),
  daysLeft: 0,
};

const progress = (organisationId: string, declarationState: string | null, counts: readonly number[]) => {
  const [lines = 0, gpus = 0, needs = 0, acceptedNeeds = 0, filled = 0] = counts;
  return {
    organisation: organisationById(organisationId),
    declarationState,
    lines,
    gpus,
    needs,
    acceptedNeeds,
    filled,
  };
};

const COMPLETENESS = [
  { ...progress("meco", "accepted", [2, 96, 3, 3, 0.94]), missing: [], lastReminderAt: null },
  {
    ...progress("mtravail", "submitted", [2, 40, 2, 0, 0.71]),
    missing: ["declaration.submitted", "need.pending"],
    lastReminderAt: inDays(-9),
  },
  { ...progress("mculture", null, []), missing: ["declaration.none", "need.none"], lastReminderAt: inDays(-9) },
];

const field = (key: string, fr: string, en: string, rule: object, more: object = {}) => ({
  key,
  header: { fr, en },
  help: { fr: "", en: "" },
  unit: null,
  required: true,
  fallback: null,
  rule,
  ...more,
});
const text = { kind: "text", maxLength: 120 };
const integer = { kind: "integer", min: 1, max: 100_000 };
const LABELS = { kind: "labels", choices: ["public", "internal", "personal"] };

const DECLARATION_TEMPLATE = [
  field("reference", "Référence", "Reference", text),
  field("site", "Site", "Site", text, { help: { fr: "Ville et bâtiment", en: "Town and building" } }),
  field("hosting", "Hébergement", "Hosting", {
    kind: "choice",
    choices: {
      state_internal: { fr: "Interne à l’État", en: "State, internal" },
      commercial: { fr: "Commercial", en: "Commercial" },
    },
  }),
  field("gpuType", "Type de GPU", "GPU type", { kind: "gpu_type" }),
  field("gpuCount", "Nombre de GPU", "GPU count", integer),
  field("labels", "Étiquettes acceptées", "Accepted labels", LABELS),
  field("supportEnd", "Fin de support", "Supported until", { kind: "date" }, { required: false }),
];

const NEED_TEMPLATE = [
  field("reference", "Référence", "Reference", text),
  field("title", "Intitulé", "Title", text),
  field("model", "Modèle", "Model", text),
  field("labels", "Étiquettes", "Labels", LABELS),
  field("criticality", "Criticité", "Criticality", { kind: "integer", min: 1, max: 4 }),
  field("inputTokens", "Jetons en entrée", "Input tokens", integer),
  field("justification", "Justification", "Justification", { kind: "text", maxLength: 2000 }),
  ...QUARTERS.flatMap((quarter) =>
    ["low", "likely", "high"].map((level) =>
      field(`${quarter}_${level}`, `${quarter} ${level}`, `${quarter} ${level}`, {
        kind: "decimal",
        min: 0,
        max: 1e10,
      }),
    ),
  ),
];

type Move = readonly [step: string, to: string, role: string];

/** Steps out of the present state, allowed to the one role that takes them. */
const stepsOf = (moves: readonly Move[], person: FakePerson) =>
  moves.map(([step, to, role]) => ({
    step,
    to,
    allowed: person.role === role,
    reason: null,
    reasonCode: person.role === role ? null : "role.missing",
    conditions: [],
  }));

const VALIDATION: readonly Move[] = [
  ["WITHDRAW", "DRAFT", "DECLARANT"],
  ["VALIDATE", "VALIDATED", "VALIDATOR"],
  ["SEND_BACK", "RETURNED", "VALIDATOR"],
];
const DRAFTING: readonly Move[] = [["SUBMIT", "SUBMITTED", "DECLARANT"]];

const event = (days: number, from: string | null, to: string, version: number, reason: string | null = null) => ({
  at: inDays(days),
  by: "Camille Roy",
  from,
  to,
  version,
  reason,
});

const DECLARATIONS = [
  {
    id: "declaration-1",
    organisationId: "mtravail",
    state: "SUBMITTED",
    version: 4,
    lineCount: 2,
    gpuCount: 40,
    moves: VALIDATION,
  },
  {
    id: "declaration-3",
    organisationId: "ftravail",
    state: "DRAFT",
    version: 2,
    lineCount: 2,
    gpuCount: 40,
    moves: DRAFTING,
  },
  {
    id: "declaration-2",
    organisationId: "meco",
    state: "ACCEPTED",
    version: 7,
    lineCount: 2,
    gpuCount: 96,
    moves: [],
  },
];

const line = (id: string, site: string, hosting: string, gpuType: string, counts: readonly number[]) => {
  const [gpuCount = 0, offeredGpus = 0, keptGpus = 0] = counts;
  const cells = { reference: id, site, hosting, gpuType, gpuCount, labels: ["internal", "personal"], supportEnd: null };
  const values = Object.entries(cells).map(([key, value]) => ({ field: key, value }));
  return { ...cells, id, offeredGpus, keptGpus, values };
};

const LINES = [
  line("SITE-A-01", "Ville A, bâtiment 2", "state_internal", "H100-80GB", [24, 8, 8]),
  line("SITE-B-01", "Ville B", "commercial", "L40S-48GB", [16, 4, 0]),
];

const NEEDS = [
  {
    id: "need-1",
    organisationId: "mtravail",
    reference: "RESUME-01",
    title: "Résumé de dossiers",
    state: "DRAFT",
    version: 3,
    model: "redaction-24b",
    criticality: 2,
    likely: 42_000,
    moves: DRAFTING,
  },
  {
    id: "need-2",
    organisationId: "mtravail",
    reference: "TRI-02",
    title: "Tri de courriers",
    state: "SUBMITTED",
    version: 2,
    model: "redaction-24b",
    criticality: 3,
    likely: 9_500,
    moves: VALIDATION,
  },
];

const campaignView = (campaign: typeof CAMPAIGN) => ({
  ...campaign,
  completeness: campaign === CAMPAIGN ? COMPLETENESS : [],
  declarationTemplate: DECLARATION_TEMPLATE,
  needTemplate: NEED_TEMPLATE,
});

const submission = (person: FakePerson, moves: readonly Move[]) => ({
  declaredBy: "Camille Roy",
  completeness: 0.71,
  createdAt: inDays(-30),
  updatedAt: inDays(-2),
  steps: stepsOf(moves, person),
  history: [event(-30, null, "DRAFT", 1), event(-12, "DRAFT", "DRAFT", 3), event(-2, "DRAFT", "SUBMITTED", 4)],
  comments: [
    {
      id: "comment-1",
      at: inDays(-1),
      by: "Dominique Le Gall",
      body: "La fin de support du site B manque.",
      version: 4,
      line: "SITE-B-01",
      field: "supportEnd",
    },
  ],
  compare: [
    {
      line: "SITE-A-01",
      presence: "changed",
      fields: [{ field: "gpuCount", before: 16, after: 24 }],
    },
    { line: "SITE-B-01", presence: "added", fields: [] },
  ],
});

const declarationView = (one: (typeof DECLARATIONS)[number], person: FakePerson) => ({
  ...one,
  ...submission(person, one.moves),
  organisation: organisationById(one.organisationId),
  campaign: campaignView(CAMPAIGN),
  overCommitment: null,
  supersedes: null,
});

const needView = (one: (typeof NEEDS)[number], person: FakePerson) => {
  const quantities = QUARTERS.map((quarter, index) => ({
    quarter,
    low: Math.round(one.likely * 0.6),
    likely: one.likely + index * 1_000,
    high: Math.round(one.likely * 1.8) + index * 1_000,
  }));
  const told = { ...one, profile: "INTERACTIVE", labels: ["internal"], justification: "Réduire les délais" };
  const cells = { ...told, inputTokens: 1_800, ...Object.fromEntries(quantities.flatMap(cellsOfQuarter)) };
  return {
    ...told,
    ...submission(person, one.moves),
    useCase: null,
    batchablePercent: 20,
    quantities,
    organisation: organisationById(one.organisationId),
    campaign: campaignView(CAMPAIGN),
    values: NEED_TEMPLATE.map(({ key }) => ({ field: key, value: cells[key as keyof typeof cells] ?? null })),
  };
};

const cellsOfQuarter = ({ quarter, ...levels }: { readonly quarter: string }) =>
  Object.entries(levels).map(([level, value]) => [`${quarter}_${level}`, value] as const);

const changed = (code: string) => ({ __typename: "Conflict", code, message: "It changed meanwhile." });

/** What the pages about campaigns ask; acts are refused as if somebody had been faster, since nothing is kept. */
export const campaignQueries = (person: FakePerson) => ({
  campaigns: () => page([CAMPAIGN, PAST].map(campaignView)),
  campaign: ({ id }: { id: string }) => {
    const found = [CAMPAIGN, PAST].find((one) => one.id === id);
    return found === undefined ? null : campaignView(found);
  },
  capacityDeclarations: ({ filter = {} }: { filter?: { campaignId?: string; organisationId?: string | null } }) => {
    const isAsked = ({ organisationId }: (typeof DECLARATIONS)[number]) =>
      [organisationId, null, undefined].includes(filter.organisationId);
    const rows = filter.campaignId === CAMPAIGN.id ? DECLARATIONS.filter(isAsked) : [];
    return page(rows.map((one) => declarationView(one, person)));
  },
  capacityDeclaration: ({ id }: { id: string }) => {
    const found = DECLARATIONS.find((one) => one.id === id);
    return found === undefined ? null : declarationView(found, person);
  },
  capacityLines: () => page(LINES),
  capacityNeeds: () => page(NEEDS.map((one) => needView(one, person))),
  capacityNeed: ({ id }: { id: string }) => {
    const found = NEEDS.find((one) => one.id === id);
    return found === undefined ? null : needView(found, person);
  },
  capacityImport: () => IMPORT,
  acceptCapacityImport: () => changed("import.not_found"),
  needSizing: ({ quarter }: { quarter: string }) => ({ ...SIZING, quarter }),
  capacityFindings: () => FINDINGS,
  consolidations: () => [CONSOLIDATION],
  consolidation: () => CONSOLIDATION,
  moveCapacityDeclaration: () => changed("declaration.changed"),
  changeCapacityNeed: () => changed("need.changed"),
  transitionCampaign: () => changed("campaign.changed"),
});
