import type { ModelV1, UseCaseState, UseCaseV1 } from "@socle/contracts";
import type { GuardQuestion } from "../../kernel/rule-guard.js";
import type { AiUseCase } from "./ai-use-case.js";
import { FINAL_STATES } from "./life-cycle.js";
import type { Model } from "./models/model.js";
import type { Reads, Seen } from "./reads.js";
import { standingOf, type Standing } from "./use-case-standing.js";

/** What a declaration says itself that rules read; the other fields that they are given never change. */
export const DECLARED_READS = {
  fields: ["labels", "serviceClass", "maxOutputTokens"],
  dossier: [],
} as const satisfies Reads;
type Declared = Seen<
  (typeof DECLARED_READS.fields)[number] | "id" | "slug" | "name" | "organisationId" | "state",
  never
>;

/** What rules are asked when a use case would enter a state; nothing keeps one from ending or being stopped. */
export function useCaseQuestion(useCase: AiUseCase, to: UseCaseState): GuardQuestion | null {
  if (to === "suspended" || FINAL_STATES.includes(to)) return null;
  return { subject: "use_case", useCase: { ...useCaseForRules(useCase), state: to } };
}

/** A use case as rules see it. */
const useCaseForRules = (useCase: Declared & Standing): UseCaseV1 => {
  const { id, slug, name, organisationId, state, labels, serviceClass, maxOutputTokens } = useCase;
  return {
    id,
    slug,
    name,
    organisationId,
    state,
    labels,
    serviceClass,
    maxOutputTokens,
    standing: standingOf(useCase),
  };
};

/** A model as rules see it; what is not known of it is left out. */
export const modelForRules = ({ id, name, publisher, contextWindow, publisherCountry, provenance }: Model): ModelV1 => {
  const { weights, format, sha256, runsIn, trainingOnInputs, evalStatus } = provenance;
  const known = { publisherCountry, weights, format, sha256, runsIn, trainingOnInputs, evalStatus };
  const said = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
  return { id, name, publisher, contextWindow, provenance: said };
};
