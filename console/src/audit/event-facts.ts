import { BUDGET_UNITS, type BudgetReading, CEILING_UNITS } from "@socle/contracts";
import type { useTranslate } from "react-admin";
import type { Format } from "../i18n/format";
import { codeKey } from "../providers/refusal";

/** Where the dictionary has the states of each kind of subject. */
const STATES: Readonly<Partial<Record<string, string>>> = {
  UseCase: "useCaseState",
  ApiKey: "keyRequestState",
  Membership: "proposalState",
  EmergencyAccess: "proposalState",
  Model: "modelState",
  Campaign: "campaignState",
  CapacityDeclaration: "submissionState",
  CapacityNeed: "submissionState",
  Round: "roundState",
  Consolidation: "consolidationState",
  Roadmap: "roadmapState",
  Evaluation: "evaluationState",
  ShadowTool: "shadowToolState",
  Training: "trainingState",
  Brick: "brickState",
  Question: "questionState",
  Incident: "incidentState",
  Opinion: "opinionState",
  Derogation: "derogationState",
  Review: "reviewState",
};
/** Facts whose values are words of a dictionary of their own. */
const WORDS: Readonly<Partial<Record<string, string>>> = {
  role: "role",
  verdict: "verdict",
  evidence: "evidence.kind",
  environment: "environment",
  topic: "questionTopic",
  opinion: "reviewOpinion",
  period: "budget.period",
  onExhaust: "budget.onExhaust",
  severity: "incidentSeverity",
  harms: "incidentHarm",
  recipient: "noticeRecipient",
  authority: "authority",
  track: "roundTrack",
  evalStatus: "evalStatus",
};
/** What `kind` says of each kind of subject. */
const KINDS: Readonly<Partial<Record<string, string>>> = {
  Incident: "incidentKind",
  Organisation: "organisationKind",
  Roadmap: "referenceKind",
  Budget: "limitKind",
  Round: "roundJobKind",
};
const STATE_FACTS = ["from", "to", "state", "before", "after"];

const ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-|sha256:|[0-9a-f]{64}$)/u;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u;
const DAY = /^\d{4}-\d\d-\d\d$/u;

/** What the reference of a part of the platform begins with. */
export const SYSTEM = "system:";

/** Who acted, in words: a person by name, the platform by what its part does. @param name null of a part */
export function actorWords(actor: string, name: string | null, t: ReturnType<typeof useTranslate>): string {
  if (!actor.startsWith(SYSTEM)) return name ?? actor;
  const part = actor.slice(SYSTEM.length);
  return t("journal.system", { name: t(`journal.part.${codeKey(part)}`, { _: part }) });
}

interface Told {
  readonly subjectType: string;
  readonly data: unknown;
}

/** What an act tells of itself, each fact with its label: without ids and digests, which only the export needs. */
export function eventFacts(
  { subjectType, data }: Told,
  t: ReturnType<typeof useTranslate>,
  format: Format,
): readonly (readonly [label: string, value: string])[] {
  if (typeof data !== "object" || data === null) return [];
  const told = Object.entries(data).sort(([a], [b]) => rank(a) - rank(b));
  const counted = budgetReading(data);
  return told.flatMap(([name, value]) => {
    const label = t(`fact.${name}`, { _: "" });
    const words = counted === null ? valueWords(subjectType, name, value) : budgetWords(counted, name, value);
    return label === "" || words === "" ? [] : [[label, words] as const];
  });

  /** Amounts of a budget as people write them, with their sign instead of the unit that is stored. */
  function budgetWords({ perUnit, decimals, sign }: BudgetReading, name: string, value: unknown): string {
    if (name === "unit") return "";
    const isAmount = typeof value === "number" && (name === "amount" || name === "settled");
    return isAmount
      ? `${format.decimal(value / perUnit, decimals)}\u00a0${sign}`
      : valueWords(subjectType, name, value);
  }

  function valueWords(subject: string, name: string, value: unknown): string {
    if (Array.isArray(value))
      return value
        .map((one) => valueWords(subject, name, one))
        .filter(Boolean)
        .join(", ");
    if (typeof value === "boolean") return t(value ? "journal.yes" : "journal.no");
    if (typeof value === "number") return name === "year" ? String(value) : format.decimal(value);
    const state = stateOf(value);
    if (state !== null) return valueWords(subject, name, state);
    if (typeof value !== "string" || ID.test(value)) return "";
    if (INSTANT.test(value)) return format.dateTime(value);
    if (DAY.test(value)) return format.date(`${value}T12:00:00Z`);
    if (STATE_FACTS.includes(name) && STATES[subject] === undefined)
      return t(`planState.${subject}.${value}`, { _: value });
    const of = STATE_FACTS.includes(name) ? STATES[subject] : name === "kind" ? KINDS[subject] : WORDS[name];
    return of === undefined ? value : t(`${of}.${value.toUpperCase()}`, { _: t(`${of}.${value}`, { _: value }) });
  }
}

/** The state that an act found or left, where it tells it beside a version. */
function stateOf(value: unknown): string | null {
  const state = typeof value === "object" && value !== null && "state" in value ? value.state : null;
  return typeof state === "string" ? state : null;
}

/** Names that the registry gives itself: shown as such. */
export const isIdentifier = (value: string): boolean => /^[a-z\d]+(?:[-/.][a-z\d]+)+$/u.test(value);

function budgetReading(data: object): BudgetReading | null {
  const stored = (data as { readonly unit?: unknown }).unit;
  const unit = BUDGET_UNITS.find((one) => one === stored);
  return unit === undefined ? null : CEILING_UNITS[unit].budget;
}

/** What it is about, then what became of it, then the rest. */
const FIRST = ["name", "slug", "useCase", "application", "person", "from", "before", "to", "after", "state"];
const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

/** The page of what the act was about, where there is one. */
export function subjectPath(subjectType: string, subjectId: string | null): string | null {
  if (subjectId === null) return null;
  const page = PAGES[subjectType];
  return page === undefined ? null : `/${page}/${subjectId}/show`;
}

const PAGES: Readonly<Partial<Record<string, string>>> = {
  UseCase: "use-cases",
  Pool: "pools",
  Model: "models",
  Brick: "bricks",
  Campaign: "campaigns",
  CapacityDeclaration: "declarations",
  CapacityNeed: "needs",
  Round: "rounds",
  Roadmap: "roadmaps",
  Simulation: "simulations",
  Organisation: "organisations",
};
