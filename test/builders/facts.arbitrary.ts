import fc from "fast-check";
import { DATA_LABELS, SERVICE_CLASSES, USE_CASE_STATES } from "@socle/contracts";
import { BASELINE_FACTS, UNDECLARED_NUMBER, type Facts } from "@socle/policies";

const slug = fc.constantFrom("alpha", "beta", "gamma", "");
const labels = fc.uniqueArray(fc.constantFrom(...DATA_LABELS), { maxLength: 5 });

const flag = fc.boolean();
const countries = fc.uniqueArray(fc.constantFrom("FR", "DE", "NO", "US"), { maxLength: 3 });
const word = <Word extends string>(...words: Word[]): fc.Arbitrary<Word | ""> =>
  fc.constantFrom<Word | "">("", ...words);
const said = word("yes", "no");
const day = word("2026-08-31", "2026-09-01", "2027-12-02");
const rules = fc.uniqueArray(fc.constantFrom("sovereignty/sren31-secnumcloud", "family/rule"), { maxLength: 1 });

const useCase: fc.Arbitrary<Facts["useCase"]> = fc.record({
  slug,
  state: fc.constantFrom(...USE_CASE_STATES),
  serviceClass: fc.constantFrom(...SERVICE_CLASSES),
  labels,
  maxOutputTokens: fc.nat(10_000),
  decisionRole: word("assist", "autonomous"),
  staffEffect: word("augmentation", "substitution"),
  prohibitedPractice: word("none", "social_scoring", "intimate_imagery"),
  aiActClass: word("minimal", "high", "prohibited"),
  annexI: said,
  annexIii: word("none", "education", "critical_infrastructure"),
  article63: word("preparatory_task"),
  profiling: said,
  highRisk: said,
  friaDue: said,
  facesUsers: said,
  disclosed: flag,
  processingRecord: flag,
  dpia: flag,
  fria: flag,
  consultation: word("done", "waived", ""),
  homologation: flag,
  oversight: flag,
  registered: flag,
  proprietary: said,
  exitPlan: flag,
  exitPlanEndsOn: day,
  reversible: flag,
  onRoadmap: flag,
  evaluationDueOn: day,
  toolCallLimit: fc.integer({ min: UNDECLARED_NUMBER, max: 9 }),
  healthForThirdParty: said,
  derogations: rules,
});

const pool: fc.Arbitrary<Facts["pool"]> = fc.record({
  slug,
  gpuClass: slug,
  acceptedLabels: labels,
  hosting: word("state_internal", "state_community", "commercial"),
  qualifications: fc.uniqueArray(fc.constantFrom("secnumcloud", "hds", "eu_equiv", "iso27001")),
  expiring: fc.uniqueArray(fc.constantFrom("secnumcloud", "hds")),
  homologations: fc.uniqueArray(fc.constantFrom("std", "sensible", "dr")),
  locations: countries,
  transferSafeguards: countries,
  supportAccessCountries: countries,
  operatorCountry: word("FR", "US"),
  nonEuHoldingMax: fc.integer({ min: UNDECLARED_NUMBER, max: 100 }),
  nonEuHoldingTotal: fc.integer({ min: UNDECLARED_NUMBER, max: 100 }),
  nonEuLawExposure: said,
  sensitivity: word(...DATA_LABELS),
  tenancy: word("dedicated", "shared_same_label", "shared"),
  drInterconnection: flag,
  sealGap: fc.nat(4),
});

/** Any facts a scheduler could gather, and some it could not. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  today: fc.constant(BASELINE_FACTS.today),
  organisation: fc.record({ slug, kind: word("ministry", "other_body"), path: fc.array(slug, { maxLength: 4 }) }),
  useCase,
  application: fc.record({ slug }),
  request: fc.record({
    labels,
    askedLabels: labels,
    stream: flag,
    decisionRef: flag,
    toolCalls: fc.nat(9),
    maxOutputTokens: fc.nat(10_000),
  }),
  model: fc.record({
    name: slug,
    publisher: slug,
    publisherCountry: word("FR", "US"),
    weights: word("open", "closed"),
    format: word("safetensors", "pickle", "none"),
    sha256: word("00"),
    runsIn: word("own_pool", "vendor_api"),
    trainingOnInputs: word("never", "optout", "yes"),
    evalStatus: word("none", "passed", "failed"),
  }),
  pool,
});

/** Facts close to those that pass, so that a refusal and an acceptance are both common. */
export const mostlyAllowedFacts: fc.Arbitrary<Facts> = fc
  .tuple(anyFacts, fc.infiniteStream(fc.nat(9)))
  .map(([facts, stream]) => {
    const mixed = Object.entries(BASELINE_FACTS).map(([part, fields]) => [
      part,
      Object.fromEntries(
        Object.entries(fields as Record<string, unknown>).map(([field, usual]) => {
          const other = (facts[part as keyof Facts] as unknown as Record<string, unknown>)[field];
          return [field, stream.next().value === 0 ? other : usual];
        }),
      ),
    ]);
    return Object.fromEntries(mixed) as Facts;
  });
