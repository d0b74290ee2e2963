import type { DeclareTrainingInput } from "../generated/operations";
import { figureOf, figureOrNull, orNull, type FieldSpec, type FormValues } from "../parts/form/field-spec";

const MOST_AGENTS = 10_000_000;

export type CountField = "trained" | "target";
const COUNTS: readonly FieldSpec<CountField>[] = [
  { name: "trained", kind: "whole", min: 0, max: MOST_AGENTS, unit: "agents" },
  { name: "target", kind: "whole", optional: true, min: 0, max: MOST_AGENTS, unit: "agents" },
];

export type TrainingField = "organisationId" | "year" | "programme" | "audience" | CountField | "source";

/** What a body says of one programme in one year. @param bodies whom this person may declare for */
export const trainingSpecs = (bodies: FieldSpec["choices"]): readonly FieldSpec<TrainingField>[] => [
  { name: "organisationId", kind: "choice", choices: bodies ?? [] },
  { name: "year", kind: "whole", min: 2020, max: 2100 },
  { name: "programme", kind: "line", min: 2, max: 200 },
  { name: "audience", kind: "line", min: 2, max: 200 },
  ...COUNTS,
  { name: "source", kind: "line", optional: true, min: 2, max: 400 },
];

export const trainingInput = (typed: FormValues<TrainingField>, idempotencyKey: string): DeclareTrainingInput => ({
  organisationId: typed.organisationId,
  year: figureOf(typed.year),
  programme: typed.programme.trim(),
  audience: typed.audience.trim(),
  trained: figureOf(typed.trained),
  target: figureOrNull(typed.target),
  source: orNull(typed.source),
  idempotencyKey,
});

export const correctionSpecs: readonly FieldSpec<CountField | "reason">[] = [
  ...COUNTS,
  { name: "reason", kind: "text", min: 3, max: 2000 },
];
