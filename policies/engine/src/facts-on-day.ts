import { addDays, type PoolStandingV1, type QualificationV1 } from "@socle/contracts";
import type { DerogationSource, ModelSource, PoolSource, UseCaseSource } from "./fact-sources.js";
import { annexIiiRiskOf, friaDueOf } from "./ai-act.js";
import { UNDECLARED_NUMBER } from "./facts.js";
import type { ModelFacts, OrganisationFacts, PoolFacts, Said, TodayFacts, UseCaseFacts } from "./facts.js";

const EXPIRING_DAYS = 90;
const SEAL_HIGHEST = 4;

export const todayFacts = (day: string): TodayFacts => ({
  date: day,
  in30Days: addDays(day, 30),
  in60Days: addDays(day, 60),
});

/** What rules read of whose a use case is. */
export const organisationFacts = ({ slug, kind, path }: UseCaseSource["organisation"]): OrganisationFacts => ({
  ...{ slug, path },
  kind: kind ?? "",
});

const said = (declared: boolean | undefined): Said => (declared === undefined ? "" : declared ? "yes" : "no");

/** A piece that was provided counts until the day on which it lapses; from that day on it is as if it were not. */
const holdsOn = (day: string, provided = false, lapsesOn?: string): boolean =>
  provided && (lapsesOn === undefined || day < lapsesOn);

/** What rules read of a use case that day. What the snapshot leaves out is not known, and nothing is presumed of it. */
export const useCaseFacts = (
  useCase: UseCaseSource["useCase"],
  derogations: readonly DerogationSource[],
  day: string,
): UseCaseFacts => {
  const { slug, state, serviceClass, labels, maxOutputTokens, standing = {} } = useCase;
  return {
    ...{ slug, state, serviceClass, labels, maxOutputTokens },
    decisionRole: standing.decisionRole ?? "",
    staffEffect: standing.staffEffect ?? "",
    prohibitedPractice: standing.prohibitedPractice ?? "",
    aiActClass: standing.aiActClass ?? "",
    annexI: said(standing.annexI),
    annexIii: standing.annexIii ?? "",
    article63: standing.article63 ?? "",
    profiling: said(standing.profiling),
    highRisk: annexIiiRiskOf(standing),
    friaDue: friaDueOf(standing),
    facesUsers: said(standing.facesUsers),
    disclosed: standing.disclosed ?? false,
    processingRecord: standing.processingRecord ?? false,
    dpia: holdsOn(day, standing.dpia, standing.dpiaLapsesOn),
    fria: holdsOn(day, standing.fria, standing.friaLapsesOn),
    consultation: holdsOn(day, true, standing.consultationLapsesOn) ? (standing.consultation ?? "") : "",
    homologation: holdsOn(day, standing.homologation, standing.homologationLapsesOn),
    oversight: standing.oversight ?? false,
    registered: standing.registered ?? false,
    proprietary: said(standing.proprietary),
    exitPlan: standing.exitPlan ?? false,
    exitPlanEndsOn: standing.exitPlanEndsOn ?? "",
    reversible: standing.reversible ?? false,
    onRoadmap: standing.onRoadmap ?? false,
    evaluationDueOn: standing.evaluationDueOn ?? "",
    toolCallLimit: standing.toolCallLimit ?? UNDECLARED_NUMBER,
    healthForThirdParty: said(standing.healthForThirdParty),
    derogations: derogations
      .filter(({ useCaseId, from, to }) => useCaseId === useCase.id && from <= day && day <= to)
      .map(({ rule, pool }) => (pool === undefined ? rule : liftedOn(rule, pool))),
  };
};

/** How facts name a rule that is lifted on one pool alone. */
export const liftedOn = (rule: string, poolSlug: string): string => `${rule}@${poolSlug}`;

export const modelFacts = ({ name, publisher, provenance = {} }: ModelSource): ModelFacts => ({
  name,
  publisher,
  publisherCountry: provenance.publisherCountry ?? "",
  weights: provenance.weights ?? "",
  format: provenance.format ?? "",
  sha256: provenance.sha256 ?? "",
  runsIn: provenance.runsIn ?? "",
  trainingOnInputs: provenance.trainingOnInputs ?? "",
  evalStatus: provenance.evalStatus ?? "none",
});

/** What rules read of a pool that day: qualifications and accreditations that hold, the others are as if they were not. */
export const poolFacts = (
  { slug, gpuClass, acceptedLabels, hosting, standing = {} }: PoolSource,
  day: string,
): PoolFacts => ({
  ...{ slug, gpuClass, acceptedLabels },
  hosting: hosting ?? "",
  ...qualificationsOn(standing.qualifications ?? [], day),
  homologations: (standing.homologations ?? []).filter(({ to }) => day <= to).map(({ level }) => level),
  ...placesOf(standing),
  operatorCountry: standing.operatorCountry ?? "",
  nonEuHoldingMax: standing.nonEuHoldingMax ?? UNDECLARED_NUMBER,
  nonEuHoldingTotal: standing.nonEuHoldingTotal ?? UNDECLARED_NUMBER,
  nonEuLawExposure: said(standing.nonEuLawExposure),
  sensitivity: standing.sensitivity ?? "",
  tenancy: standing.tenancy ?? "",
  drInterconnection: standing.drInterconnection ?? false,
  sealGap: SEAL_HIGHEST - (standing.sealLevel ?? 0),
});

const placesOf = (
  standing: PoolStandingV1,
): Pick<PoolFacts, "locations" | "transferSafeguards" | "supportAccessCountries"> => ({
  locations: standing.locations ?? [],
  transferSafeguards: standing.transferSafeguards ?? [],
  supportAccessCountries: standing.supportAccessCountries ?? [],
});

function qualificationsOn(
  all: readonly QualificationV1[],
  day: string,
): Pick<PoolFacts, "qualifications" | "expiring"> {
  const covering = all.filter(({ covers }) => covers);
  const holding = covering.filter(({ from, to }) => from <= day && day <= to);
  const schemes = [...new Set(holding.map(({ scheme }) => scheme))];
  const horizon = addDays(day, EXPIRING_DAYS);
  const lasts = (scheme: string): boolean => heldThrough(covering, scheme, day) >= horizon;
  return { qualifications: schemes, expiring: schemes.filter((scheme) => !lasts(scheme)) };
}

/** Last day through which a scheme holds without a day between: one that begins later does not make up for the gap before. */
function heldThrough(all: readonly QualificationV1[], scheme: string, day: string): string {
  let last = addDays(day, -1);
  const ofScheme = all.filter((one) => one.scheme === scheme);
  for (const { from, to } of ofScheme.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (from <= addDays(last, 1) && to > last) last = to;
  return last;
}
