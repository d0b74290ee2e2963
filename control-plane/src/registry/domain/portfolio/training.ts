import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Stored } from "../../../kernel/stored-record.js";

export const TRAINING_STATES = ["declared", "validated"] as const;

/** How many agents of a body one programme trained in a year, and how many it set out to train. */
export interface TrainingDeclaration extends Stored {
  readonly year: number;
  readonly programme: string;
  readonly audience: string;
  readonly trained: number;
  readonly target: number | null;
  readonly source: string | null;
  readonly state: (typeof TRAINING_STATES)[number];
  readonly declaredBy: string;
  readonly declaredAt: Date;
}

/** What is declared once. */
export const TRAINING_UNIQUE = ["organisationId", "year", "programme"] as const;

/** What it is searched by. */
export const TRAINING_WORDS = ["programme", "audience"] as const;

/** Counts that somebody else of the body vouches for. */
export const validated = (training: TrainingDeclaration): Result<TrainingDeclaration> =>
  training.state === "declared"
    ? ok({ ...training, state: "validated", version: training.version + 1 })
    : refuse(conflict("training.validated", "The declaration is validated already."));

export interface TrainingTotal {
  readonly organisationId: string;
  readonly year: number;
  readonly trained: number;
  /** Of the programmes that set one; `null` when none does. */
  readonly target: number | null;
  /** Agents trained by programmes with a target, in percent of those targets, one decimal. */
  readonly reachedPercent: number | null;
  readonly validated: number;
}

/**
 * Sums by body and year, largest first.
 * @param bodyOf the body that a declaration counts for, such as the ministry above a direction
 */
export function trainingTotals(
  declarations: readonly TrainingDeclaration[],
  bodyOf: (organisationId: string) => string,
): readonly TrainingTotal[] {
  const groups = new Map<string, TrainingDeclaration[]>();
  for (const each of declarations) {
    const key = `${each.year} ${bodyOf(each.organisationId)}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .map((group) => totalOf(group, bodyOf))
    .toSorted((a, b) => b.year - a.year || b.trained - a.trained || (a.organisationId < b.organisationId ? -1 : 1));
}

function totalOf(group: readonly TrainingDeclaration[], bodyOf: (id: string) => string): TrainingTotal {
  const first = group[0];
  if (first === undefined) throw new Error("A group of declarations has at least one.");
  const aimed = group.filter(({ target }) => target !== null && target > 0);
  const target = aimed.length === 0 ? null : sum(aimed.map((each) => each.target ?? 0));
  return {
    organisationId: bodyOf(first.organisationId),
    year: first.year,
    trained: sum(group.map(({ trained }) => trained)),
    target,
    reachedPercent:
      target === null ? null : Math.round((1000 * sum(aimed.map(({ trained }) => trained))) / target) / 10,
    validated: sum(group.filter(({ state }) => state === "validated").map(({ trained }) => trained)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
