import { fileURLToPath } from "node:url";
import { DATA_LABELS, HOMOLOGATION_LEVELS, QUALIFICATION_SCHEMES, TENANCIES } from "@socle/contracts";
import type { DataLabel, ModelProvenanceV1, PoolStandingV1, UseCaseStandingV1, UseCaseState } from "@socle/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BASELINE_FACTS } from "./baseline-facts.js";
import type { Bundle } from "./bundle.js";
import { compileBundle } from "./compile-bundle.js";
import { modelFacts, organisationFacts, poolFacts, todayFacts, useCaseFacts } from "./facts-on-day.js";
import { loadPolicyFiles } from "./load-policy-files.js";
import type { PolicyFile } from "./source-error.js";

const FILES = loadPolicyFiles(fileURLToPath(new URL("../..", import.meta.url)));
function bundleOf(files: readonly PolicyFile[]): Bundle {
  const result = compileBundle(files);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.bundle;
}
const shipped = bundleOf(FILES);

/** Every field that somebody may declare, with what can be declared in it: what is in order first. */
type Declarable<Part> = { readonly [Field in keyof Required<Part>]: readonly Required<Part>[Field][] };

const RUNNING = ["experiment", "deployed", "generalised"] as const satisfies readonly UseCaseState[];
const DAYS = ["2026-08-01", "2026-12-02", "2027-12-02", "2028-08-02"] as const;
const holding = { service: "GPU", covers: true, reference: "R", from: "2026-01-01", to: "2029-12-31" } as const;
const ENDED = "2026-01-31";
const pieces = [true, false];

/** Nobody declares the day on which a piece lapses: a concluded assessment tells it, and one without such a day has no end. */
type Lapses = "dpiaLapsesOn" | "friaLapsesOn" | "homologationLapsesOn" | "consultationLapsesOn";
const USE_CASE: Declarable<Omit<UseCaseStandingV1, Lapses>> = {
  decisionRole: ["assist", "none", "prepare", "decide_with_validation", "autonomous"],
  staffEffect: ["augmentation", "none", "substitution"],
  prohibitedPractice: ["none", "social_scoring", "emotion_inference", "intimate_imagery"],
  aiActClass: ["minimal", "limited", "high", "prohibited"],
  annexIii: ["none", "education", "critical_infrastructure", "justice_democracy"],
  annexI: [false, true],
  article63: ["preparatory_task", "detects_patterns"],
  profiling: [false, true],
  facesUsers: [false, true],
  disclosed: pieces,
  processingRecord: pieces,
  dpia: pieces,
  fria: pieces,
  consultation: ["done", "waived"],
  homologation: pieces,
  oversight: pieces,
  registered: pieces,
  proprietary: [false, true],
  exitPlan: pieces,
  exitPlanEndsOn: ["2029-12-31", ENDED],
  reversible: pieces,
  onRoadmap: pieces,
  evaluationDueOn: ["2029-12-31", ENDED],
  toolCallLimit: [3, 0],
  healthForThirdParty: [false, true],
};
const POOL: Declarable<PoolStandingV1> & { readonly hosting: readonly string[] } = {
  hosting: ["state_internal", "state_community", "commercial"],
  qualifications: [
    QUALIFICATION_SCHEMES.map((scheme) => ({ ...holding, scheme })),
    [],
    QUALIFICATION_SCHEMES.map((scheme) => ({ ...holding, scheme, to: ENDED })),
    QUALIFICATION_SCHEMES.map((scheme) => ({ ...holding, scheme, covers: false })),
  ],
  homologations: [
    HOMOLOGATION_LEVELS.map((level) => ({ level, reference: "R", to: "2029-12-31" })),
    [],
    HOMOLOGATION_LEVELS.map((level) => ({ level, reference: "R", to: ENDED })),
  ],
  locations: [["FR"], ["NO"], ["FR", "US"], []],
  transferSafeguards: [["US"], []],
  supportAccessCountries: [["FR"], ["FR", "IN"], []],
  operatorCountry: ["FR", "US"],
  nonEuHoldingMax: [0, 24, 24.1, 100],
  nonEuHoldingTotal: [0, 39, 39.1, 100],
  nonEuLawExposure: [false, true],
  sensitivity: DATA_LABELS,
  tenancy: TENANCIES,
  drInterconnection: pieces,
  sealLevel: [4, 0],
};
const MODEL: Declarable<ModelProvenanceV1> = {
  publisherCountry: ["FR", "US"],
  weights: ["open", "closed"],
  format: ["safetensors", "gguf", "onnx", "none", "pickle"],
  sha256: ["0a".repeat(32)],
  runsIn: ["own_pool", "vendor_api"],
  trainingOnInputs: ["never", "optout", "yes"],
  evalStatus: ["passed", "none", "failed"],
};
const ORGANISATION = { kind: ["ministry", "other_body"] };
const PARTS = { organisation: ORGANISATION, useCase: USE_CASE, pool: POOL, model: MODEL };
type Part = keyof typeof PARTS;
type Declared = Readonly<Record<string, unknown>>;

interface Scene {
  readonly day: (typeof DAYS)[number];
  readonly state: UseCaseState;
  readonly labels: readonly DataLabel[];
  readonly toolCalls: number;
  readonly organisation: Declared;
  readonly useCase: Declared;
  readonly pool: Declared;
  readonly model: Declared;
}

/** Mostly in order, so that scenes are allowed often; now and then something else, or nothing. */
const declaredIn = (part: Part): fc.Arbitrary<Declared> =>
  fc.record(
    Object.fromEntries(
      Object.entries(PARTS[part]).map(([field, [usual, ...others]]) => [
        field,
        fc.oneof(
          { weight: 12, arbitrary: fc.constant(usual) },
          { weight: 2, arbitrary: fc.constantFrom(usual, ...others) },
          { weight: 1, arbitrary: fc.constant(undefined) },
        ),
      ]),
    ),
  );
const anyScene: fc.Arbitrary<Scene> = fc.record({
  day: fc.constantFrom(...DAYS),
  state: fc.constantFrom(...RUNNING),
  labels: fc.subarray(DATA_LABELS.filter((label) => label !== "classified")),
  toolCalls: fc.constantFrom(0, 0, 3, 4),
  organisation: declaredIn("organisation"),
  useCase: declaredIn("useCase"),
  pool: declaredIn("pool"),
  model: declaredIn("model"),
});

function factsOf({ day, state, labels, toolCalls, organisation, useCase, pool, model }: Scene) {
  const { hosting, ...standing } = pool;
  const shared = { ...BASELINE_FACTS.useCase, id: "u", organisationId: "o", labels, state };
  return {
    ...BASELINE_FACTS,
    today: todayFacts(day),
    organisation: organisationFacts({ slug: "m", path: ["m"], ...organisation }),
    useCase: useCaseFacts({ ...shared, standing: useCase }, [], day),
    request: { ...BASELINE_FACTS.request, labels, toolCalls },
    model: modelFacts({ name: "m", publisher: "p", provenance: model }),
    pool: poolFacts(
      {
        ...{ slug: "p", gpuClass: "g", acceptedLabels: labels },
        ...(hosting === undefined ? {} : { hosting: hosting as "commercial" }),
        standing,
      },
      day,
    ),
  };
}

type Judge = (bundle: Bundle, scene: Scene) => boolean;
const noon = ({ day }: Scene): number => Date.parse(`${day}T10:00:00Z`);
const JUDGES: Readonly<Record<string, { readonly parts: readonly Part[]; readonly allows: Judge }>> = {
  request: {
    parts: ["organisation", "useCase", "pool", "model"],
    allows: (bundle, scene) => bundle.evaluate(factsOf(scene), noon(scene)).eligible,
  },
  use_case: {
    parts: ["organisation", "useCase"],
    allows: (bundle, scene) => bundle.guard("use_case", factsOf(scene), noon(scene)).eligible,
  },
  model: { parts: ["model"], allows: (bundle, scene) => bundle.guard("model", factsOf(scene), noon(scene)).eligible },
  deployment: {
    parts: ["pool", "model"],
    allows: (bundle, scene) => bundle.guard("deployment", factsOf(scene), noon(scene)).eligible,
  },
  pool: { parts: ["pool"], allows: (bundle, scene) => bundle.guard("pool", factsOf(scene), noon(scene)).eligible },
};

/** Where something else than a rule asks, or where nothing is due yet. */
const elsewhere = (subject: string, { state }: Scene, field: string): boolean =>
  // An experiment is the evaluation: its day is set when it ends, by the life cycle's `evaluation.dated`.
  (field === "evaluationDueOn" && (subject === "use_case" || state === "experiment")) ||
  // Before deployment the life cycle's `ai_act.screened` asks for the class, with which practices and areas are known.
  (["aiActClass", "prohibitedPractice"].includes(field) && subject === "use_case" && state !== "experiment");

/**
 * Facts, as `part.field`, whose absence is allowed where something that can be declared is refused (`wrong`), and those
 * whose absence alone is refused (`told`).
 */
function favoured(bundle: Bundle, runs: number, seed = 1): { wrong: Set<string>; told: Set<string>; allowed: number } {
  const [wrong, told] = [new Set<string>(), new Set<string>()];
  let allowed = 0;
  for (const scene of fc.sample(anyScene, { numRuns: runs, seed }))
    for (const [subject, { parts, allows }] of Object.entries(JUDGES))
      for (const part of parts)
        for (const [field, values] of Object.entries(PARTS[part])) {
          const { [field]: _, ...others } = scene[part];
          const verdicts = values.map((value) => allows(bundle, { ...scene, [part]: { ...others, [field]: value } }));
          const silent = allows(bundle, { ...scene, [part]: others });
          if (silent) allowed += 1;
          if (verdicts.every(Boolean) || elsewhere(subject, scene, field)) continue;
          if (silent) wrong.add(`${part}.${field}`);
          else if (verdicts.some(Boolean)) told.add(`${part}.${field}`);
        }
  return { wrong, told, allowed };
}

describe("a fact that nobody declared", () => {
  it("never allows what the worst that could be declared would refuse", () => {
    const { wrong, told, allowed } = favoured(shipped, 400);
    expect([...wrong]).toEqual([]);
    expect(allowed).toBeGreaterThan(10_000);
    for (const fact of [
      "useCase.facesUsers",
      "useCase.annexIii",
      "useCase.toolCallLimit",
      "pool.nonEuHoldingMax",
      "model.trainingOnInputs",
    ])
      expect(told).toContain(fact);
  });

  it("would be found, were a rule to read it in its own favour", () => {
    const path = "social-dialogue/no-substitution/rule.yaml";
    const lenient = FILES.map((file) =>
      file.path === path
        ? {
            path,
            text: file.text
              .replace('!(useCase.staffEffect in ["none", "augmentation"])', 'useCase.staffEffect == "substitution"')
              .replace('staffEffect: ""', "staffEffect: substitution"),
          }
        : file,
    );
    expect([...favoured(bundleOf(lenient), 20).wrong]).toEqual(["useCase.staffEffect"]);
  });
});
