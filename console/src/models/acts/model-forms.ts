import { addDays, parisDay } from "@socle/contracts";
import type {
  DeprecateModelInput,
  EvalStatus,
  ModelFormat,
  ModelWeights,
  ProposeModelInput,
  ProvenanceInput,
  RunsIn,
  TrainingOnInputs,
} from "../../generated/operations";
import { figureOf, figureOrNull, orNull, type FieldSpec, type FormValues } from "../../parts/form/field-spec";

type Words = (key: string) => string;

const WEIGHTS: readonly ModelWeights[] = ["OPEN", "CLOSED"];
const FORMATS: readonly ModelFormat[] = ["SAFETENSORS", "GGUF", "ONNX", "PICKLE", "NONE"];
const RUNS_IN: readonly RunsIn[] = ["OWN_POOL", "VENDOR_API"];
const TRAINING: readonly TrainingOnInputs[] = ["NEVER", "OPTOUT", "YES"];
const EVAL_STATUSES: readonly EvalStatus[] = ["NONE", "PASSED", "FAILED"];

const choices = (t: Words, key: string, values: readonly string[]) =>
  values.map((value) => [value, t(`${key}.${value}`)] as const);

export type ProvenanceField =
  "weights" | "runsIn" | "format" | "sha256" | "trainingOnInputs" | "evalStatus" | "billionParameters" | "cardUrl";

/** Where a model comes from; whatever is left out is not known. */
export const provenanceSpecs = (t: Words): readonly FieldSpec<ProvenanceField>[] => [
  { name: "weights", kind: "choice", optional: true, choices: choices(t, "modelWeights", WEIGHTS) },
  { name: "runsIn", kind: "choice", optional: true, choices: choices(t, "runsIn", RUNS_IN) },
  { name: "format", kind: "choice", optional: true, choices: choices(t, "modelFormat", FORMATS) },
  { name: "sha256", kind: "line", optional: true, pattern: /^[0-9a-f]{64}$/u },
  { name: "trainingOnInputs", kind: "choice", optional: true, choices: choices(t, "trainingOnInputs", TRAINING) },
  { name: "evalStatus", kind: "choice", optional: true, choices: choices(t, "evalStatus", EVAL_STATUSES) },
  { name: "billionParameters", kind: "number", optional: true, min: 0.001, max: 100_000, unit: "Md" },
  { name: "cardUrl", kind: "url", optional: true, max: 500 },
];

export type ProposeField = "organisationId" | "name" | "publisher" | "publisherCountry" | "licence" | "contextWindow";

/** What a body says of the model that it asks for. @param bodies whom this person may ask for */
export const proposeSpecs = (bodies: FieldSpec["choices"]): readonly FieldSpec<ProposeField>[] => [
  { name: "organisationId", kind: "choice", choices: bodies ?? [] },
  { name: "name", kind: "line", max: 200, pattern: /^[A-Za-z0-9][A-Za-z0-9._:/-]*$/u },
  { name: "publisher", kind: "line", max: 100 },
  { name: "publisherCountry", kind: "country" },
  { name: "licence", kind: "line", max: 100 },
  { name: "contextWindow", kind: "whole", min: 1, max: 100_000_000, unit: "tokens" },
];

export const proposeInput = (typed: FormValues<ProposeField>, idempotencyKey: string): ProposeModelInput => ({
  organisationId: typed.organisationId,
  name: typed.name.trim(),
  publisher: typed.publisher.trim(),
  publisherCountry: typed.publisherCountry.trim().toUpperCase(),
  licence: typed.licence.trim(),
  contextWindow: figureOf(typed.contextWindow),
  idempotencyKey,
});

export const provenanceValues = (known: ProvenanceInput): Partial<FormValues<ProvenanceField>> =>
  Object.fromEntries(
    Object.entries(known)
      .filter(([name, value]) => value !== null && name !== "__typename")
      .map(([name, value]) => [name, String(value)]),
  );

export const provenanceInput = (typed: FormValues<ProvenanceField>): ProvenanceInput => ({
  weights: orNull(typed.weights) as ModelWeights | null,
  runsIn: orNull(typed.runsIn) as RunsIn | null,
  format: orNull(typed.format) as ModelFormat | null,
  sha256: orNull(typed.sha256),
  trainingOnInputs: orNull(typed.trainingOnInputs) as TrainingOnInputs | null,
  evalStatus: orNull(typed.evalStatus) as EvalStatus | null,
  billionParameters: figureOrNull(typed.billionParameters),
  cardUrl: orNull(typed.cardUrl),
});

export type DeprecateField = "endsAt" | "replacementId" | "moveAliases" | "reason";

export const deprecateSpecs = (replacements: FieldSpec["choices"]): readonly FieldSpec<DeprecateField>[] => [
  { name: "endsAt", kind: "day" },
  { name: "replacementId", kind: "choice", optional: true, choices: replacements ?? [] },
  { name: "moveAliases", kind: "yes" },
  { name: "reason", kind: "text", min: 3, max: 1000 },
];

export const deprecateInput = (id: string, typed: FormValues<DeprecateField>): DeprecateModelInput => ({
  id,
  endsAt: `${typed.endsAt}T12:00:00Z`,
  replacementId: orNull(typed.replacementId),
  moveAliases: typed.moveAliases === "yes",
  reason: typed.reason.trim(),
});

/** First day that leaves the notice that the State gives its callers. @param days that notice */
export const firstEnd = (now: Date, days: number): string => addDays(parisDay(now), days + 1);

export const NOTICE_DAYS = 90;
