import { fileURLToPath } from "node:url";
import type { DataLabel, ModelProvenanceV1, PoolStandingV1, UseCaseStandingV1, UseCaseState } from "@socle/contracts";
import { describe, expect, it } from "vitest";
import { DECLARED, FRENCH, OURS } from "../../../test/builders/standing.builder.js";
import { BASELINE_FACTS } from "./baseline-facts.js";
import { compileBundle } from "./compile-bundle.js";
import { modelFacts, organisationFacts, poolFacts, todayFacts, useCaseFacts } from "./facts-on-day.js";
import { loadPolicyFiles } from "./load-policy-files.js";

const result = compileBundle(loadPolicyFiles(fileURLToPath(new URL("../..", import.meta.url))));
if (!result.ok) throw new Error(JSON.stringify(result.errors));
const { bundle } = result;

/** What is declared otherwise than in order. */
interface Given {
  readonly labels?: readonly DataLabel[];
  readonly state?: UseCaseState;
  readonly useCase?: UseCaseStandingV1;
  readonly pool?: PoolStandingV1;
  readonly hosting?: "commercial";
  readonly model?: ModelProvenanceV1;
}

/** Rules that fire at noon in Paris on that day, shadow ones apart. */
function firedOn(day: string, { labels = ["internal"], state = "deployed", ...given }: Given): readonly string[] {
  const useCase = { ...BASELINE_FACTS.useCase, id: "u", organisationId: "o", labels, state };
  const facts = {
    today: todayFacts(day),
    organisation: organisationFacts({ slug: "m", kind: "ministry", path: ["m"] }),
    useCase: useCaseFacts({ ...useCase, standing: { ...DECLARED, ...given.useCase } }, [], day),
    application: BASELINE_FACTS.application,
    request: { labels, askedLabels: [], stream: false, decisionRef: false, toolCalls: 0, maxOutputTokens: 10 },
    model: modelFacts({ name: "m", publisher: "p", provenance: { ...OURS, ...given.model } }),
    pool: poolFacts(
      {
        ...{ slug: "p", gpuClass: "g", acceptedLabels: labels, hosting: given.hosting ?? "state_internal" },
        standing: { ...FRENCH, ...given.pool },
      },
      day,
    ),
  };
  const { findings } = bundle.evaluate(facts, Date.parse(`${day}T11:00:00Z`));
  return findings.filter(({ enforced }) => enforced).map(({ rule }) => rule.id);
}

const until = (to: string) => ({ reference: "R", to });
const qualified = (scheme: "secnumcloud" | "hds", from: string, to: string): PoolStandingV1 => ({
  qualifications: [{ ...until(to), scheme, service: "s", covers: true, from }],
});
const renewed = (from: string): PoolStandingV1 => ({
  qualifications: [
    ...(qualified("secnumcloud", from, "2030-06-30").qualifications ?? []),
    ...(qualified("secnumcloud", "2026-01-01", "2027-06-30").qualifications ?? []),
  ],
});
const HIGH: UseCaseStandingV1 = { aiActClass: "high", annexIii: "migration", oversight: true };
/** A safety component of a product that a third party assesses, as a lift's or a medical device's. */
const PRODUCT: UseCaseStandingV1 = { aiActClass: "high", annexI: true, annexIii: "none" };
const LEFT: UseCaseStandingV1 = { proprietary: true, exitPlan: true, reversible: true, onRoadmap: true };
const READY: UseCaseStandingV1 = { fria: true, registered: true, oversight: true };

/** Days and whether the rule fires: the eve of the text's day, the day itself, and long after. */
type Dated = readonly (readonly [day: string, fires: boolean])[];
const from = (eve: string, day: string): Dated => [
  [eve, false],
  [day, true],
  ["2031-01-01", true],
];
const upTo = (last: string, after: string): Dated => [
  ["2026-01-15", false],
  [last, false],
  [after, true],
];

const DATES: readonly (readonly [what: string, rule: string, given: Given, days: Dated])[] = [
  [
    "article 5 as it applies since 2025: emotion inference",
    "conformity/no-prohibited-practice",
    { useCase: { prohibitedPractice: "emotion_inference" } },
    [
      ["2026-01-01", true],
      ["2026-12-02", true],
    ],
  ],
  [
    "article 5 as the omnibus of 2026 adds to it",
    "conformity/no-intimate-imagery",
    { useCase: { prohibitedPractice: "intimate_imagery" } },
    from("2026-12-01", "2026-12-02"),
  ],
  [
    "annex III: an area without an assessment",
    "conformity/annex-iii-ready",
    { useCase: HIGH },
    from("2027-12-01", "2027-12-02"),
  ],
  [
    "annex III: class high, and nobody named an area",
    "conformity/annex-iii-ready",
    { useCase: { aiActClass: "high", annexIii: "none" } },
    from("2027-12-01", "2027-12-02"),
  ],
  [
    "annex III: critical infrastructure that nobody watches",
    "conformity/annex-iii-ready",
    { useCase: { ...HIGH, annexIii: "critical_infrastructure", oversight: false } },
    from("2027-12-01", "2027-12-02"),
  ],
  [
    "annex III, article 26(7): workers who were not told, as nobody had to be consulted",
    "conformity/annex-iii-ready",
    { useCase: { ...HIGH, ...READY, consultation: "waived" } },
    from("2027-12-01", "2027-12-02"),
  ],
  [
    "annex III, article 26(7): critical infrastructure whose workers were not told",
    "conformity/annex-iii-ready",
    { useCase: { ...HIGH, annexIii: "critical_infrastructure", consultation: undefined } },
    from("2027-12-01", "2027-12-02"),
  ],
  [
    "annex I, article 26(7): a product whose workers were not told",
    "conformity/annex-i-ready",
    { useCase: { ...PRODUCT, oversight: true, consultation: "waived" } },
    from("2028-08-01", "2028-08-02"),
  ],
  [
    "annex III is told of until its eve",
    "conformity/annex-iii-countdown",
    { useCase: HIGH },
    [
      ["2026-01-01", true],
      ["2027-12-01", true],
      ["2027-12-02", false],
    ],
  ],
  [
    "annex I: a product that nobody watches",
    "conformity/annex-i-ready",
    { useCase: PRODUCT },
    from("2028-08-01", "2028-08-02"),
  ],
  [
    "annex I: nobody said, and nobody watches",
    "conformity/annex-i-ready",
    { useCase: { annexI: undefined } },
    from("2028-08-01", "2028-08-02"),
  ],
  [
    "annex I: a product is none of annex III by its class",
    "conformity/annex-iii-ready",
    { useCase: PRODUCT },
    [
      ["2027-12-02", false],
      ["2028-08-02", false],
    ],
  ],
  [
    "annex I: a product of an area of annex III as well",
    "conformity/annex-iii-ready",
    { useCase: { ...PRODUCT, annexIii: "employment" } },
    from("2027-12-01", "2027-12-02"),
  ],
  [
    "annex I is told of until its eve",
    "conformity/annex-i-countdown",
    { useCase: PRODUCT },
    [
      ["2026-01-01", true],
      ["2028-08-01", true],
      ["2028-08-02", false],
    ],
  ],
  [
    "a qualification until its last day",
    "sovereignty/sren31-secnumcloud",
    { labels: ["sren31"], hosting: "commercial", pool: qualified("secnumcloud", "2026-01-01", "2029-02-28") },
    upTo("2029-02-28", "2029-03-01"),
  ],
  [
    "a qualification before its first day",
    "sovereignty/sren31-secnumcloud",
    { labels: ["sren31"], hosting: "commercial", pool: qualified("secnumcloud", "2028-02-29", "2031-02-27") },
    [
      ["2028-02-28", true],
      ["2028-02-29", false],
      ["2031-02-28", true],
    ],
  ],
  [
    "a qualification that ends within ninety days",
    "sovereignty/qualification-expiring",
    { pool: qualified("secnumcloud", "2026-01-01", "2027-06-30") },
    [
      ["2027-04-01", false],
      ["2027-04-02", true],
      ["2027-06-30", true],
      ["2027-07-01", false],
    ],
  ],
  [
    "a qualification that is renewed from the day after its last",
    "sovereignty/qualification-expiring",
    { pool: renewed("2027-07-01") },
    [
      ["2027-04-02", false],
      ["2027-06-30", false],
      ["2030-05-01", true],
    ],
  ],
  [
    "a qualification that is renewed too late: a day is left without one",
    "sovereignty/qualification-expiring",
    { pool: renewed("2027-07-02") },
    [
      ["2027-04-01", false],
      ["2027-04-02", true],
      ["2027-07-02", false],
    ],
  ],
  [
    "an HDS certificate until its last day",
    "data-protection/health-hds",
    { labels: ["health"], useCase: { healthForThirdParty: true }, pool: qualified("hds", "2026-01-01", "2026-05-15") },
    upTo("2026-05-15", "2026-05-16"),
  ],
  [
    "an accreditation until its last day",
    "security/dr-accredited",
    {
      labels: ["dr"],
      pool: { drInterconnection: true, homologations: [{ ...until("2027-06-30"), level: "dr" }] },
    },
    upTo("2027-06-30", "2027-07-01"),
  ],
  [
    "an exit plan until its last day",
    "sovereignty/exit-plan",
    { useCase: { ...LEFT, exitPlanEndsOn: "2028-12-31" } },
    upTo("2028-12-31", "2029-01-01"),
  ],
  [
    "an evaluation until its day",
    "conformity/evaluation-overdue",
    { useCase: { evaluationDueOn: "2027-02-28" } },
    upTo("2027-02-28", "2027-03-01"),
  ],
  [
    "an evaluation at sixty days, across a year's end",
    "conformity/evaluation-due",
    { useCase: { evaluationDueOn: "2027-02-28" } },
    [
      ["2026-12-29", false],
      ["2026-12-30", true],
      ["2027-01-28", true],
      ["2027-01-29", false],
    ],
  ],
  [
    "an evaluation at thirty days",
    "conformity/evaluation-imminent",
    { useCase: { evaluationDueOn: "2028-03-30" } },
    [
      ["2028-02-28", false],
      ["2028-02-29", true],
      ["2028-03-30", true],
      ["2028-03-31", false],
    ],
  ],
];

/** What contradicts itself is read the worse way, on a day on which every text applies. */
const CONTRADICTIONS: readonly (readonly [what: string, rule: string, given: Given])[] = [
  [
    "minimal, and of an area of annex III",
    "conformity/annex-iii-ready",
    { useCase: { ...HIGH, aiActClass: "minimal" } },
  ],
  [
    "excepted by article 6(3), and profiling",
    "conformity/annex-iii-ready",
    { useCase: { ...HIGH, aiActClass: "limited", article63: "detects_patterns", profiling: true } },
  ],
  [
    "excepted by article 6(3), and of class high",
    "conformity/annex-iii-ready",
    { useCase: { ...HIGH, article63: "detects_patterns", profiling: false } },
  ],
  [
    "of class minimal, and a prohibited practice",
    "conformity/no-prohibited-practice",
    { useCase: { prohibitedPractice: "untargeted_face_scraping" } },
  ],
  [
    "of class prohibited, and no practice",
    "conformity/no-prohibited-practice",
    { useCase: { aiActClass: "prohibited" } },
  ],
  [
    "qualified, and its support comes from outside the Union",
    "sovereignty/sren31-foreign-control",
    {
      ...{ labels: ["sren31"], hosting: "commercial" },
      pool: { ...qualified("secnumcloud", "2026-01-01", "2031-12-31"), supportAccessCountries: ["FR", "IN"] },
    },
  ],
  [
    "all holders outside the Union together hold less than one of them",
    "sovereignty/sren31-foreign-control",
    { labels: ["sren31"], pool: { nonEuHoldingMax: 30, nonEuHoldingTotal: 10 } },
  ],
  [
    "stored in France and somewhere else",
    "data-protection/personal-transfers",
    { labels: ["personal"], pool: { locations: ["FR", "CH"] } },
  ],
  [
    "a vendor runs it, in pickle all the same",
    "security/weights-not-pickle",
    { model: { runsIn: "vendor_api", format: "pickle" } },
  ],
  [
    "shared between data of one label, and meant for another",
    "security/no-mixed-labels",
    { labels: ["secret_pro"], pool: { tenancy: "shared_same_label", sensitivity: "personal" } },
  ],
  [
    "an exit plan that ended, and a clause that stands",
    "sovereignty/exit-plan",
    { useCase: { ...LEFT, exitPlanEndsOn: "2026-01-31" } },
  ],
];

/** The same without what the row above refuses: in order, on a day on which every text applies. */
const IN_ORDER: readonly (readonly [what: string, given: Given])[] = [
  ["a deployed use case", {}],
  ["a product of annex I, watched", { useCase: { ...PRODUCT, oversight: true } }],
  ["a high-risk system that is ready", { useCase: { ...HIGH, ...READY } }],
  ["critical infrastructure, watched", { useCase: { ...HIGH, annexIii: "critical_infrastructure" } }],
  [
    "an area, excepted by article 6(3), without profiling",
    { useCase: { annexIii: "migration", article63: "detects_patterns", profiling: false } },
  ],
  ["a dependency that can be left", { useCase: { ...LEFT, exitPlanEndsOn: "2031-12-31" } }],
  [
    "data of article 31 on a qualified offer of the Union",
    { labels: ["sren31"], hosting: "commercial", pool: qualified("secnumcloud", "2026-01-01", "2031-12-31") },
  ],
  [
    "a vendor's model on a qualified offer of the Union",
    {
      hosting: "commercial",
      model: { runsIn: "vendor_api", format: "none", weights: "closed" },
      pool: qualified("secnumcloud", "2026-01-01", "2031-12-31"),
    },
  ],
];
const EVERY_TEXT = "2028-09-01";

describe("the rules in force", () => {
  it.each(DATES)("keep to their day: %s", (_what, rule, given, days) => {
    expect(days.map(([day]) => [day, firedOn(day, given).includes(rule)])).toEqual(days.map((each) => [...each]));
  });

  it.each(CONTRADICTIONS)("read a contradiction the worse way: %s", (_what, rule, given) => {
    expect(firedOn(EVERY_TEXT, given)).toContain(rule);
  });

  it.each(IN_ORDER)("let through what is in order: %s", (_what, given) => {
    expect(firedOn(EVERY_TEXT, given)).toEqual([]);
  });

  it("have a row here for each that begins or ends on a day of the law", () => {
    const dated = bundle.rules.filter(({ effective }) => effective.from !== "2026-01-01" || effective.to !== null);
    expect(dated.length).toBeGreaterThan(2);
    expect(dated.map(({ id }) => id).filter((id) => !DATES.some(([, rule]) => rule === id))).toEqual([]);
  });
});
