import { fileURLToPath } from "node:url";
import type { DataLabel, DerogationV1, ModelV1, PoolV1, UseCaseV1 } from "@socle/contracts";
import { compileBundle, loadPolicyFiles } from "@socle/policies";
import { describe, expect, it } from "vitest";
import { aDeployment } from "../../../test/builders/pool.builder.js";
import { hashOfKey, snapshot, useCase } from "../../../test/builders/snapshot.builder.js";
import { DECLARED, FRENCH, OURS } from "../../../test/builders/standing.builder.js";
import { compileSnapshot } from "../kernel/snapshot/compile-snapshot.js";
import { judge } from "./admit.js";

const POLICIES = fileURLToPath(new URL("../../../policies", import.meta.url));
const compiled = compileBundle(loadPolicyFiles(POLICIES));
if (!compiled.ok) throw new Error("the rules in force do not compile");
const { bundle } = compiled;

const EVERY_LABEL: readonly DataLabel[] = [
  ...(["public", "internal", "personal", "special_category"] as const),
  ...(["health", "secret_pro", "sren31", "dr"] as const),
];
const SNC = {
  scheme: "secnumcloud",
  service: "GPU",
  covers: true,
  reference: "R",
  from: "2026-01-01",
  to: "2027-03-01",
} as const;
const DR = { level: "dr", reference: "R", to: "2027-03-01" } as const;

const RECORDED = { standing: { processingRecord: true, dpia: true } };
const LAPSING = { standing: { ...RECORDED.standing, dpiaLapsesOn: "2026-09-30" } };
/** Its last day is 30 September. */
const ACCREDITED = { standing: { homologation: true, homologationLapsesOn: "2026-10-01" } };
/** It lapses on 30 September. */
const CONSULTED = { standing: { consultation: "done", consultationLapsesOn: "2026-09-30" } } as const;
const RECORD = { standing: { processingRecord: true } };
const DPIA = { standing: { dpia: true } };
const HDS = { qualifications: [{ ...SNC, scheme: "hds" }] } as const;

interface Case {
  readonly labels?: readonly DataLabel[];
  readonly pool?: Partial<PoolV1>;
  readonly standing?: PoolV1["standing"];
  readonly model?: ModelV1["provenance"];
  readonly useCase?: Partial<UseCaseV1>;
  readonly derogations?: readonly DerogationV1[];
  /** Its kind; `null` where nobody said. */
  readonly organisation?: "other_body" | null;
  readonly on?: string;
  /** Day of the snapshot that the request is judged by, when it is an older one. */
  readonly snapshotOf?: string;
  readonly header?: string;
  readonly decisionRef?: string;
  readonly toolCalls?: number;
  readonly maximum?: number;
}

function judged(c: Case) {
  const source = snapshot({
    issuedAt: Date.parse(`${c.snapshotOf ?? c.on ?? "2026-09-01"}T10:00:00Z`),
    organisations: snapshot().organisations.map((body) => ({
      ...body,
      ...(c.organisation === null ? {} : { kind: c.organisation ?? "ministry" }),
    })),
    useCases: [
      useCase({
        labels: c.labels ?? ["internal"],
        ...c.useCase,
        standing: { ...DECLARED, ...c.useCase?.standing },
      }),
    ],
    models: [{ ...snapshot().models[0], provenance: { ...OURS, ...c.model } } as ModelV1],
    pools: [
      {
        ...(snapshot().pools[0] as PoolV1),
        acceptedLabels: EVERY_LABEL,
        hosting: "state_internal",
        ...c.pool,
        standing: { ...FRENCH, ...c.standing },
      },
    ],
    deployments: [aDeployment({ poolId: "pool", modelId: "model" })],
    derogations: c.derogations ?? [],
  });
  const taken = compileSnapshot(source, bundle);
  const caller = taken.callers.get(hashOfKey("sk-test"));
  if (caller === undefined) throw new Error("no caller");
  const request = {
    model: "model",
    stream: false,
    sequences: 1,
    outputParam: "max_tokens",
    servedBy: null,
    textBytes: 100,
    beyondText: false,
  };
  const asked = {
    ...request,
    maxOutputTokens: c.maximum ?? 10,
    labelsHeader: c.header ?? null,
    decisionRef: c.decisionRef ?? null,
    toolCalls: c.toolCalls ?? 0,
  };
  return judge(taken, caller, asked, Date.parse(`${c.on ?? "2026-09-01"}T10:00:00Z`));
}

/** Codes of the rules that forbid, or what was told, or "allowed". */
function outcome(c: Case): string {
  const result = judged(c);
  const reasons = result.ok ? result.candidate.pools : result.assessment.pools;
  const codes = reasons
    .flatMap((pool) => pool.reasons)
    .filter(({ effect }) => effect === "deny" || effect === "require");
  if (!result.ok) return codes.map(({ code }) => code).join(" ");
  return result.candidate.notices?.join(" ") || "allowed";
}

const commercial = { hosting: "commercial" } as const;
const derogation = (from: string, to: string): DerogationV1 => ({
  ...{ id: "d", useCaseId: "use-case", authority: "prime_minister", from, to },
  rule: "sovereignty/sren31-secnumcloud",
});
const high = { standing: { annexIii: "education", aiActClass: "high", oversight: true } };
const narrow = { annexIii: "education", article63: "narrow_procedural_task", oversight: true };
const nowhere = { locations: [] } as const;
const unsaid = { tenancy: undefined };
const due = { standing: { evaluationDueOn: "2026-11-01" } };
const PREPARES = { standing: { decisionRole: "prepare" } };
const exit = {
  standing: { proprietary: true, exitPlan: true, exitPlanEndsOn: "2026-09-01", reversible: true, onRoadmap: true },
};
const NOT_LEFT = "dependency.not_reversible";
const FOREIGN = { pool: commercial, standing: { operatorCountry: "US" } } as const;
const EXPIRED = "dependency.no_exit_plan dependency.foreign_pool";
const D11 = {
  model: { runsIn: "vendor_api", format: "none" },
  pool: commercial,
  standing: { qualifications: [{ ...SNC, from: "2026-01-01" }] },
} as const;

const TABLE: readonly (readonly [row: string, given: Case, expected: string])[] = [
  [
    "D1 classified, even claimed",
    { header: "classified", pool: { acceptedLabels: ["internal", "classified"] } },
    "label.classified",
  ],
  ["D2 not accredited", { labels: ["dr"] }, "dr.not_accredited"],
  [
    "D2 accredited, on its last day",
    { labels: ["dr"], on: "2027-03-01", standing: { homologations: [DR], drInterconnection: true } },
    "allowed",
  ],
  [
    "D2 accredited, the day after",
    { labels: ["dr"], on: "2027-03-02", standing: { homologations: [DR], drInterconnection: true } },
    "dr.not_accredited",
  ],
  [
    "D3 commercial, shared",
    {
      labels: ["dr"],
      pool: commercial,
      standing: { homologations: [DR], drInterconnection: true, qualifications: [SNC], tenancy: "shared_same_label" },
    },
    "dr.commercial pool.shared_tenancy",
  ],
  [
    "D3 commercial, all three",
    {
      labels: ["dr"],
      pool: commercial,
      standing: { homologations: [DR], drInterconnection: true, qualifications: [SNC] },
    },
    "allowed",
  ],
  [
    "D4 eve of a later qualification",
    {
      labels: ["sren31"],
      pool: commercial,
      on: "2026-06-30",
      standing: { qualifications: [{ ...SNC, from: "2026-07-01" }] },
    },
    "sren31.not_qualified",
  ],
  [
    "D4 first day",
    {
      labels: ["sren31"],
      pool: commercial,
      on: "2026-07-01",
      standing: { qualifications: [{ ...SNC, from: "2026-07-01" }] },
    },
    "allowed",
  ],
  [
    "D4 last day",
    { labels: ["sren31"], pool: commercial, on: "2027-03-01", standing: { qualifications: [SNC] } },
    "pool.qualification_expiring",
  ],
  [
    "D4 the day after",
    { labels: ["sren31"], pool: commercial, on: "2027-03-02", standing: { qualifications: [SNC] } },
    "sren31.not_qualified",
  ],
  [
    "D4 another service",
    { labels: ["sren31"], pool: commercial, standing: { qualifications: [{ ...SNC, covers: false }] } },
    "sren31.not_qualified",
  ],
  [
    "D4 derogation of this pool",
    {
      labels: ["sren31"],
      pool: commercial,
      derogations: [{ ...derogation("2026-08-01", "2026-09-01"), pool: "pool" }],
    },
    "allowed",
  ],
  [
    "D4 derogation of another pool",
    {
      labels: ["sren31"],
      pool: commercial,
      derogations: [{ ...derogation("2026-08-01", "2026-09-01"), pool: "nubo" }],
    },
    "sren31.not_qualified",
  ],
  [
    "D4 derogation, last day",
    { labels: ["sren31"], pool: commercial, derogations: [derogation("2026-08-01", "2026-09-01")] },
    "allowed",
  ],
  [
    "D4 derogation, ended",
    { labels: ["sren31"], pool: commercial, derogations: [derogation("2026-08-01", "2026-08-31")] },
    "sren31.not_qualified",
  ],
  [
    "D5 support from outside",
    { labels: ["sren31"], standing: { supportAccessCountries: ["US"] } },
    "sren31.foreign_control",
  ],
  [
    "D5 holdings at the bounds",
    { labels: ["sren31"], standing: { nonEuHoldingMax: 24, nonEuHoldingTotal: 39 } },
    "allowed",
  ],
  ["D6 not certified", { labels: ["health"], useCase: RECORDED }, "health.not_certified"],
  [
    "D6 certified, outside",
    {
      labels: ["health"],
      useCase: RECORDED,
      standing: { qualifications: [{ ...SNC, scheme: "hds" }], locations: ["US"] },
    },
    "health.not_certified personal.transfer",
  ],
  [
    "D6 certified",
    { labels: ["health"], useCase: RECORDED, standing: { qualifications: [{ ...SNC, scheme: "hds" }] } },
    "allowed",
  ],
  [
    "D7 both tests",
    { labels: ["health", "sren31"], useCase: RECORDED, pool: commercial },
    "health.not_certified sren31.not_qualified",
  ],
  [
    "D8 outside",
    { labels: ["personal"], useCase: { standing: { processingRecord: true } }, standing: { locations: ["US"] } },
    "personal.transfer",
  ],
  [
    "D8 safeguard",
    {
      labels: ["personal"],
      useCase: { standing: { processingRecord: true } },
      standing: { locations: ["CH"], transferSafeguards: ["CH"] },
    },
    "allowed",
  ],
  ["D9 production", { labels: ["personal"] }, "personal.no_record"],
  ["D9 pilot", { labels: ["personal"], useCase: { state: "experiment" } }, "personal.no_record_yet"],
  ["D9 health data in production", { labels: ["health"], standing: HDS, useCase: DPIA }, "personal.no_record"],
  ["D10 not done", { labels: ["special_category"], useCase: RECORD }, "dpia.missing"],
  ["D10 not done, of health", { labels: ["health"], standing: HDS, useCase: RECORD }, "dpia.missing"],
  [
    "D10 the last day of an assessment",
    { labels: ["special_category"], on: "2026-09-29", useCase: LAPSING },
    "allowed",
  ],
  [
    "D10 the day on which it lapses, by the snapshot of the eve",
    { labels: ["special_category"], on: "2026-09-30", snapshotOf: "2026-09-29", useCase: LAPSING },
    "dpia.missing",
  ],
  [
    "D10 another assessment that lapsed",
    {
      labels: ["special_category"],
      useCase: { standing: { ...RECORDED.standing, fria: true, friaLapsesOn: "2026-01-01" } },
    },
    "allowed",
  ],
  ["D10 done", { labels: ["special_category"], useCase: RECORDED }, "allowed"],
  ["the last day of its own accreditation", { on: "2026-09-30", useCase: ACCREDITED }, "allowed"],
  [
    "the day after it, by the snapshot of the eve",
    { on: "2026-10-01", snapshotOf: "2026-09-30", useCase: ACCREDITED },
    "use_case.not_accredited",
  ],
  [
    "an accreditation that was questioned",
    { useCase: { standing: { homologation: false } } },
    "use_case.not_accredited",
  ],
  ["no accreditation", { useCase: { standing: { homologation: undefined } } }, "use_case.not_accredited"],
  [
    "no accreditation, where everybody works with it",
    { useCase: { state: "generalised", standing: { homologation: undefined } } },
    "use_case.not_accredited",
  ],
  [
    "no accreditation of an experiment",
    { useCase: { state: "experiment", standing: { homologation: undefined } } },
    "allowed",
  ],
  ["R1 the last day of a consultation", { on: "2026-09-29", useCase: CONSULTED }, "allowed"],
  [
    "R1 the day on which it lapses, by the snapshot of the eve",
    { on: "2026-09-30", snapshotOf: "2026-09-29", useCase: CONSULTED },
    "staff.not_consulted",
  ],
  [
    "R1 the day on which the finding that none is required lapses",
    { on: "2026-09-30", useCase: { standing: { ...CONSULTED.standing, consultation: "waived" } } },
    "staff.not_consulted",
  ],
  ["R1 found not to be required", { useCase: { standing: { consultation: "waived" } } }, "allowed"],
  ["R1 nobody was consulted", { useCase: { standing: { consultation: undefined } } }, "staff.not_consulted"],
  [
    "R1 nobody was consulted, where everybody works with it",
    { useCase: { state: "generalised", standing: { consultation: undefined } } },
    "staff.not_consulted",
  ],
  [
    "R1 nobody was consulted of an experiment",
    { useCase: { state: "experiment", standing: { consultation: undefined } } },
    "allowed",
  ],
  ["R1 nobody's work changes", { useCase: { standing: { staffEffect: "none", consultation: undefined } } }, "allowed"],
  [
    "R1 nobody said what it changes, nobody was consulted",
    { useCase: { standing: { staffEffect: undefined, consultation: undefined } } },
    "staff.substitution staff.not_consulted",
  ],
  ["D11 not public", { model: { runsIn: "vendor_api", publisherCountry: "FR" } }, "vendor_api.not_public"],
  [
    "D12 weights of the Union, operated from outside",
    { labels: ["public"], model: { runsIn: "vendor_api", format: "none" }, standing: { operatorCountry: "US" } },
    "vendor_api.not_authorised",
  ],
  [
    "D12 not authorised",
    { labels: ["public"], model: { runsIn: "vendor_api", publisherCountry: "US" } },
    "vendor_api.not_authorised",
  ],
  [
    "D12 authorised",
    {
      labels: ["public"],
      model: { runsIn: "vendor_api", publisherCountry: "US" },
      derogations: [{ ...derogation("2026-09-01", "2026-09-01"), rule: "sovereignty/vendor-api-authorised" }],
    },
    "model.third_country vendor_api.exceptional",
  ],
  ["D13 opting out is not never", { model: { trainingOnInputs: "optout" } }, "model.trains_on_inputs"],
  ["D14 pickle", { model: { format: "pickle" } }, "model.unsafe_format"],
  ["D14 no hash", { model: { sha256: "" } }, "model.hash_unknown"],
  [
    "D15 open weights of a third country",
    { model: { weights: "open", publisherCountry: "US" } },
    "model.third_country",
  ],
  ["D16 its own label", { standing: { tenancy: "shared", sensitivity: "internal" } }, "allowed"],
  ["D16 dedicated", { standing: { sensitivity: "personal" } }, "allowed"],
  [
    "D16 shared between data of one label, another",
    { standing: { tenancy: "shared_same_label", sensitivity: "personal" } },
    "pool.shared_tenancy",
  ],
  ["D16 another label", { standing: { tenancy: "shared", sensitivity: "personal" } }, "pool.shared_tenancy"],
  ["D17", { useCase: { state: "suspended" } }, "use_case.not_runnable"],
  [
    "D18 autonomous",
    { useCase: { standing: { decisionRole: "autonomous" } } },
    "decision.autonomous decision.unreferenced",
  ],
  ["D18 article 5", { useCase: { standing: { prohibitedPractice: "social_scoring" } } }, "practice.prohibited"],
  [
    "D18 added practice, the eve",
    { on: "2026-12-01", useCase: { standing: { prohibitedPractice: "intimate_imagery" } } },
    "allowed",
  ],
  [
    "D18 added practice, that day",
    { on: "2026-12-02", useCase: { standing: { prohibitedPractice: "intimate_imagery" } } },
    "practice.intimate_imagery",
  ],
  ["D17 an experiment runs", { useCase: { state: "experiment" } }, "allowed"],
  ["D17 evaluated, waits for its deployment", { useCase: { state: "evaluated" } }, "use_case.not_runnable"],
  [
    "D18 added practice, after",
    { on: "2027-01-01", useCase: { standing: { prohibitedPractice: "intimate_imagery" } } },
    "practice.intimate_imagery",
  ],
  ["D19 long before", { on: "2026-09-01", useCase: high }, "high_risk.not_ready_yet"],
  [
    "D19 complete, after",
    { on: "2028-06-01", useCase: { standing: { ...high.standing, fria: true, registered: true } } },
    "allowed",
  ],
  [
    "D19 class high without an area",
    { on: "2027-12-02", useCase: { standing: { aiActClass: "high", oversight: true } } },
    "high_risk.not_ready",
  ],
  [
    "D19 critical infrastructure owes neither assessment nor entry",
    {
      on: "2027-12-02",
      useCase: { standing: { aiActClass: "high", annexIii: "critical_infrastructure", oversight: true } },
    },
    "allowed",
  ],
  [
    "D19 a ground of article 6(3)",
    { on: "2027-12-02", useCase: { standing: { ...narrow, profiling: false } } },
    "allowed",
  ],
  [
    "D19 the same ground, and people are profiled",
    { on: "2027-12-02", useCase: { standing: { ...narrow, profiling: true } } },
    "high_risk.not_ready",
  ],
  ["D19 the same, and nobody said", { on: "2027-12-02", useCase: { standing: narrow } }, "high_risk.not_ready"],
  ["D19 the eve", { on: "2027-12-01", useCase: high }, "high_risk.not_ready_yet"],
  ["D19 that day", { on: "2027-12-02", useCase: high }, "high_risk.not_ready"],
  ["D19 after", { on: "2028-06-01", useCase: high }, "high_risk.not_ready"],
  ["D20 longer than the use case's maximum", { maximum: 2000 }, "output.clamped"],
  ["D20 the maximum itself", { maximum: 1024 }, "allowed"],
  ["D21 ninety-one days", { on: "2026-11-30", standing: { qualifications: [SNC] } }, "allowed"],
  ["D21 ninety days", { on: "2026-12-01", standing: { qualifications: [SNC] } }, "allowed"],
  ["D21 within ninety days", { on: "2026-12-02", standing: { qualifications: [SNC] } }, "pool.qualification_expiring"],
  ["D24 fewer than the floor", { labels: ["internal", "secret_pro"], header: "internal" }, "label.raised"],
  ["D24 the floor itself", { labels: ["internal"], header: "internal" }, "allowed"],
  ["unknown hosting is not the State's", { labels: ["sren31"], pool: { hosting: undefined } }, "sren31.not_qualified"],
  [
    "unknown hosting takes no restricted data",
    {
      labels: ["dr"],
      pool: { hosting: undefined },
      standing: { homologations: [DR], drInterconnection: true },
    },
    "dr.commercial",
  ],
  [
    "unknown place, personal data",
    { labels: ["personal"], useCase: { standing: { processingRecord: true } }, standing: nowhere },
    "personal.transfer",
  ],
  [
    "unknown place, health data",
    { labels: ["health"], useCase: RECORDED, standing: { ...nowhere, ...HDS } },
    "health.not_certified personal.transfer",
  ],
  ["unknown tenancy", { standing: unsaid }, "pool.shared_tenancy"],
  ["unknown tenancy, public data", { labels: ["public"], standing: unsaid }, "allowed"],
  [
    "unknown support of a commercial offer",
    { labels: ["sren31"], pool: commercial, standing: { supportAccessCountries: [] } },
    "sren31.foreign_control sren31.not_qualified",
  ],
  ["a model that runs nobody knows where", { pool: commercial, model: { runsIn: undefined } }, "vendor_api.not_public"],
  [
    "and learns nobody knows what",
    { pool: commercial, model: { runsIn: undefined, trainingOnInputs: undefined } },
    "model.trains_on_inputs vendor_api.not_public",
  ],
  [
    "the same on the State's own hosting",
    { model: { runsIn: undefined, trainingOnInputs: undefined } },
    "model.trains_on_inputs vendor_api.not_public",
  ],
  ["unknown format", { model: { format: undefined } }, "model.unsafe_format"],
  ["unknown role", { useCase: { standing: { decisionRole: undefined } } }, "decision.autonomous decision.unreferenced"],
  ["unknown effect on agents", { useCase: { standing: { staffEffect: undefined } } }, "staff.substitution"],
  ["never screened", { useCase: { standing: { aiActClass: undefined } } }, "practice.not_screened"],
  ["nobody said whom it faces", { useCase: { standing: { facesUsers: undefined } } }, "relation.not_human"],
  [
    "nobody said what is proprietary",
    { useCase: { standing: { proprietary: undefined } } },
    `dependency.no_exit_plan ${NOT_LEFT}`,
  ],
  [
    "unknown holdings, of a pool of the State as well",
    { labels: ["sren31"], standing: { nonEuHoldingMax: undefined } },
    "sren31.foreign_control",
  ],
  ["no day of evaluation", { useCase: { standing: { evaluationDueOn: undefined } } }, "evaluation.not_dated"],
  [
    "no day of evaluation of an experiment",
    { useCase: { state: "experiment", standing: { evaluationDueOn: undefined } } },
    "allowed",
  ],
  ["refusal 1", { useCase: { standing: { staffEffect: "substitution" } } }, "staff.substitution"],
  ["refusal 3", { useCase: { standing: { facesUsers: true } } }, "relation.not_human"],
  ["refusal 4, last day", { useCase: exit }, "allowed"],
  ["refusal 4, the day after", { useCase: exit, on: "2026-09-02" }, "dependency.no_exit_plan"],
  ["D11 not public, to an offer that is qualified", D11, "allowed"],
  ["D11 the same on the day after its qualification", { ...D11, on: "2027-03-02" }, "vendor_api.not_public"],
  [
    "D4 a body that the article does not bind",
    { labels: ["sren31"], pool: commercial, organisation: "other_body" },
    "allowed",
  ],
  [
    "D4 a body of which nobody said",
    { labels: ["sren31"], pool: commercial, organisation: null },
    "sren31.not_qualified",
  ],
  [
    "refusal 3, at each answer",
    { useCase: { standing: { facesUsers: true, disclosed: true } } },
    "relation.tell_users",
  ],
  [
    "refusal 4, proprietary, and no clause",
    { useCase: { standing: { ...exit.standing, onRoadmap: false } } },
    NOT_LEFT,
  ],
  [
    "refusal 4, a pool from outside",
    { pool: commercial, standing: { operatorCountry: "US" } },
    "dependency.foreign_pool",
  ],
  ["refusal 4, a pool from outside with a way out", { ...FOREIGN, useCase: exit }, "allowed"],
  ["refusal 4, the same, the day after", { ...FOREIGN, useCase: exit, on: "2026-09-02" }, EXPIRED],
  ["R2 prepares a decision that it does not name", { useCase: PREPARES }, "decision.unreferenced"],
  [
    "R2 an agent validates it",
    { useCase: { standing: { decisionRole: "decide_with_validation" } } },
    "decision.unreferenced",
  ],
  ["R2 names the decision", { useCase: PREPARES, decisionRef: "CAF/2026-118" }, "allowed"],
  ["R2 the last tool call", { useCase: { standing: { toolCallLimit: 2 } }, toolCalls: 2 }, "allowed"],
  ["R2 one tool call more", { useCase: { standing: { toolCallLimit: 2 } }, toolCalls: 3 }, "tools.beyond_limit"],
  [
    "R2 a tool where none may be called",
    { useCase: { standing: { toolCallLimit: 0 } }, toolCalls: 1 },
    "tools.beyond_limit",
  ],
  ["R2 a tool where nobody said how many", { toolCalls: 1 }, "tools.beyond_limit"],
  ["R2 decides nothing", { useCase: { standing: { decisionRole: "none" } } }, "allowed"],
  ["refusal 5, sixty-one days ahead", { useCase: due, on: "2026-09-01" }, "allowed"],
  ["refusal 5, sixty days ahead", { useCase: due, on: "2026-09-02" }, "evaluation.due_soon"],
  ["refusal 5, thirty-one days ahead", { useCase: due, on: "2026-10-01" }, "evaluation.due_soon"],
  ["refusal 5, thirty days ahead", { useCase: due, on: "2026-10-02" }, "evaluation.due_in_30_days"],
  ["refusal 5, the day itself", { useCase: due, on: "2026-11-01" }, "evaluation.due_in_30_days"],
  ["refusal 5, the day after", { useCase: due, on: "2026-11-02" }, "evaluation.overdue"],
];

describe("the decision table", () => {
  it.each(TABLE)("%s", (_row, given, expected) => {
    expect(outcome(given)).toBe(expected);
  });

  it("has each row from D1 to D24, D7, D22 and D23 by cases of their own", () => {
    const rows = new Set(TABLE.map(([row]) => /^D\d+/.exec(row)?.[0] ?? ""));
    const elsewhere = ["D22", "D23"];
    const wanted = Array.from({ length: 24 }, (_, at) => `D${at + 1}`).filter((row) => !elsewhere.includes(row));
    expect(wanted.filter((row) => !rows.has(row))).toEqual([]);
  });

  it("a decision is not remembered past a legal date, under one snapshot", () => {
    const source = compileSnapshot(
      snapshot({
        issuedAt: Date.parse("2026-12-01T10:00:00Z"),
        maxStalenessSeconds: 10 * 86_400,
        useCases: [
          useCase({ labels: ["internal"], standing: { ...DECLARED, prohibitedPractice: "intimate_imagery" } }),
        ],
        models: [{ ...snapshot().models[0], provenance: OURS } as ModelV1],
        pools: [{ ...(snapshot().pools[0] as PoolV1), hosting: "state_internal", standing: FRENCH }],
        deployments: [aDeployment({ poolId: "pool", modelId: "model" })],
      }),
      bundle,
    );
    const caller = source.callers.get(hashOfKey("sk-test"));
    if (caller === undefined) throw new Error("no caller");
    const request = {
      model: "model",
      stream: false,
      sequences: 1,
      outputParam: "max_tokens",
      servedBy: null,
      textBytes: 100,
      beyondText: false,
      maxOutputTokens: 10,
    };
    const at = (instant: string) =>
      judge(source, caller, { ...request, labelsHeader: null, decisionRef: null, toolCalls: 0 }, Date.parse(instant))
        .ok;
    // Midnight in Paris is an hour before that of the universal time.
    const instants = ["2026-12-01T22:59:59Z", "2026-12-01T23:00:00Z", "2026-12-01T22:59:58Z", "2026-12-02T12:00:00Z"];
    expect(instants.map(at)).toEqual([true, false, true, false]);
  });

  it("D23 puts the most sovereign pool first, then the least carbon, then the least cost", () => {
    const pool = (id: string, sealLevel: number): PoolV1 => ({
      ...(snapshot().pools[0] as PoolV1),
      ...{ id, slug: id, hosting: "state_internal", standing: { ...FRENCH, sealLevel } },
    });
    const deployed = (poolId: string, kgCO2eqPerKWh: number, price: number) => ({
      ...aDeployment({ id: `d-${poolId}`, poolId, modelId: "model" }),
      energy: { kWhPerMillionTokens: 1, kgCO2eqPerKWh, method: "test" },
      price: { inputPerMillion: price, outputPerMillion: price },
    });
    const ordered = (serviceClass: UseCaseV1["serviceClass"]) => {
      const taken = compileSnapshot(
        snapshot({
          issuedAt: Date.parse("2026-09-01T10:00:00Z"),
          useCases: [useCase({ labels: ["internal"], serviceClass, standing: DECLARED })],
          models: [{ ...snapshot().models[0], provenance: OURS } as ModelV1],
          pools: [pool("low", 1), pool("dirty", 4), pool("dear", 4), pool("best", 4)],
          deployments: [deployed("low", 0, 0), deployed("dirty", 2, 1), deployed("dear", 1, 9), deployed("best", 1, 1)],
        }),
        bundle,
      );
      const caller = taken.callers.get(hashOfKey("sk-test"));
      if (caller === undefined) throw new Error("no caller");
      const request = {
        model: "model",
        stream: false,
        sequences: 1,
        outputParam: "max_tokens",
        servedBy: null,
        textBytes: 100,
        beyondText: false,
        maxOutputTokens: 10,
      };
      const result = judge(
        taken,
        caller,
        { ...request, labelsHeader: null, decisionRef: null, toolCalls: 0 },
        Date.parse("2026-09-01T10:00:00Z"),
      );
      if (!result.ok) throw new Error("refused");
      return result.candidate;
    };
    const batch = ordered("batch");
    expect(batch.eligible.map(({ pool: { slug } }) => slug)).toEqual(["best", "dear", "dirty", "low"]);
    expect(batch.order).toEqual([["d-best"], ["d-dear"], ["d-dirty"], ["d-low"]]);
    expect(ordered("interactive").order).toBeNull();
  });

  it("D20 brings the maximum down", () => {
    const result = judged({ maximum: 2000 });
    expect(result).toMatchObject({ ok: true, candidate: { maxOutputTokens: 1024 } });
  });

  it("D22 names each pool's reasons with texts, and what would make it pass", () => {
    const result = judged({ labels: ["dr", "sren31", "special_category"], pool: commercial });
    if (result.ok) throw new Error("allowed");
    const { pools } = result.refusal.details as { pools: { reasons: { legal: unknown[]; remedy: unknown }[] }[] };
    expect(pools[0]?.reasons.length).toBeGreaterThanOrEqual(3);
    expect(pools[0]?.reasons.every(({ legal, remedy }) => legal.length > 0 && remedy !== null)).toBe(true);
  });
});
