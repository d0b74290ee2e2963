import { USE_CASE_STATES } from "@socle/contracts";
import type { UseCaseState } from "@socle/contracts";
import { FACT_SCHEMA } from "./facts.js";
import type { Facts } from "./facts.js";

/**
 * What a rule can guard: each request on each pool; a use case that would enter a state; a model that would be approved;
 * a model that would be deployed in a pool; a pool that would be opened; a workload that a cluster is asked to run.
 */
export const SUBJECTS = ["request", "use_case", "model", "deployment", "pool", "workload"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A subject, or the entry of a use case into one state. */
export type Target = Subject | `use_case.${UseCaseState}`;

/** Every target, in the order in which a rule's are kept, so that the order of writing changes no digest. */
export const TARGETS: readonly Target[] = SUBJECTS.flatMap((subject): Target[] =>
  subject === "use_case" ? [subject, ...USE_CASE_STATES.map((state) => `use_case.${state}` as const)] : [subject],
);

/** Parts of the facts that are known of each subject. A workload is known by what it declares of itself only. */
const KNOWN: Readonly<Record<Exclude<Subject, "workload">, readonly (keyof Facts)[]>> = {
  request: ["today", "organisation", "useCase", "application", "request", "model", "pool"],
  use_case: ["today", "organisation", "useCase"],
  model: ["today", "model"],
  deployment: ["today", "model", "pool"],
  pool: ["today", "pool"],
};

/** Facts that a workload carries in its own metadata; all of them texts or lists of texts. */
export const WORKLOAD_FACTS = [
  ...(["model.format", "model.runsIn", "model.sha256"] as const),
  ...(["pool.sensitivity", "pool.tenancy", "request.labels"] as const),
] as const;

const fieldsOf = (part: keyof Facts): string[] => Object.keys(FACT_SCHEMA[part]).map((field) => `${part}.${field}`);

const FACTS: Readonly<Record<Subject, ReadonlySet<string>>> = {
  request: new Set(KNOWN.request.flatMap(fieldsOf)),
  use_case: new Set(KNOWN.use_case.flatMap(fieldsOf)),
  model: new Set(KNOWN.model.flatMap(fieldsOf)),
  deployment: new Set(KNOWN.deployment.flatMap(fieldsOf)),
  pool: new Set(KNOWN.pool.flatMap(fieldsOf)),
  workload: new Set(WORKLOAD_FACTS),
};

export const subjectOf = (target: Target): Subject => target.split(".", 1)[0] as Subject;

/** Those of `reads` (`part.field`) that nothing is known of when a rule guards `target`. */
export const unknownFacts = (target: Target, reads: readonly string[]): readonly string[] =>
  reads.filter((fact) => !FACTS[subjectOf(target)].has(fact));
