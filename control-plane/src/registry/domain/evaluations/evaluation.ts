import { conflict, guardRefusal, type Condition } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Dossier } from "../dossier/dossier.js";
import type { OfUseCase } from "../stored.js";
import { CONFIDENCE, wilson } from "./interval.js";

export const EVALUATION_STATES = ["planned", "running", "published"] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

export const VERDICTS = ["generalise", "continue", "adjust", "stop", "inconclusive"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where the bounds of a figure come from. */
export const INTERVAL_METHODS = ["given", "wilson", "none"] as const;

/** One figure of an evaluation. */
export interface Metric {
  readonly name: string;
  readonly value: number;
  /** `%` for a share. */
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly confidence: number | null;
  readonly intervalMethod: (typeof INTERVAL_METHODS)[number];
  /** Answers, tasks or people behind it. */
  readonly sample: number | null;
  readonly source: string | null;
}

export type MeasuredFigure = Pick<
  Metric,
  "name" | "value" | "unit" | "low" | "high" | "confidence" | "sample" | "source"
>;

export interface Evaluation extends OfUseCase {
  readonly protocol: string;
  /** Who evaluates. */
  readonly body: string;
  /** The body neither built the system nor supplies it. */
  readonly independent: boolean;
  readonly sample: string | null;
  readonly metrics: readonly Metric[];
  readonly verdict: Verdict | null;
  readonly summary: string | null;
  readonly publicationUrl: string | null;
  readonly state: EvaluationState;
  readonly plannedBy: string;
  readonly plannedAt: Date;
  readonly publishedAt: Date | null;
}

/** What it is searched by. */
export const EVALUATION_WORDS = ["body", "protocol"] as const;

export interface Outcome {
  readonly metrics: readonly MeasuredFigure[];
  readonly verdict: Verdict;
  readonly summary: string;
  readonly publicationUrl: string | null;
}

/** A figure with its bounds: those given, or Wilson's for a share whose sample is known, or none. */
export function withInterval(figure: MeasuredFigure): Metric {
  if (figure.low !== null && figure.high !== null)
    return { ...figure, confidence: figure.confidence ?? CONFIDENCE, intervalMethod: "given" };
  if (figure.unit !== "%" || figure.sample === null)
    return { ...figure, low: null, high: null, confidence: null, intervalMethod: "none" };
  const { low, high } = wilson(figure.value / 100, figure.sample);
  return { ...figure, low: tenths(low), high: tenths(high), confidence: CONFIDENCE, intervalMethod: "wilson" };
}

const tenths = (share: number): number => Math.round(share * 1000) / 10;

/** An evaluation that has begun to collect answers. */
export const begun = (evaluation: Evaluation): Result<Evaluation> =>
  evaluation.state === "planned"
    ? ok({ ...evaluation, state: "running", version: evaluation.version + 1 })
    : refuse(conflict("evaluation.not_planned", `The evaluation is ${evaluation.state}.`));

/** What it found, for good: a published evaluation does not change. */
export function published(evaluation: Evaluation, outcome: Outcome, at: Date, dossier: Dossier): Result<Evaluation> {
  if (evaluation.state !== "running")
    return refuse(conflict("evaluation.not_running", `The evaluation is ${evaluation.state}.`));
  const conditions = publicationConditions(evaluation, outcome, dossier);
  if (conditions.some(({ met }) => !met))
    return refuse(guardRefusal("evaluation.guard_unmet", unmet(conditions), conditions));
  return ok({
    ...evaluation,
    ...outcome,
    metrics: outcome.metrics.map(withInterval),
    state: "published",
    publishedAt: at,
    version: evaluation.version + 1,
  });
}

const publicationConditions = (evaluation: Evaluation, outcome: Outcome, dossier: Dossier): readonly Condition[] => [
  { code: "evaluation.measured", met: outcome.metrics.length > 0, message: "At least one figure was measured." },
  {
    code: "evaluation.body_apart",
    met: !evaluation.independent || !suppliersOf(dossier).includes(evaluation.body.trim().toLowerCase()),
    message: "An independent body supplies nothing to the system.",
  },
];

const suppliersOf = ({ suppliers }: Dossier): readonly string[] =>
  (suppliers ?? []).map((supplier) => supplier.trim().toLowerCase());

const unmet = (conditions: readonly Condition[]): string =>
  conditions
    .filter(({ met }) => !met)
    .map(({ message }) => message)
    .join(" ");
