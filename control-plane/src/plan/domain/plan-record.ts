import { isDay, planKind, planProblem, type PlanKindName, type PlanProblem } from "@socle/contracts";
import { conflict, invalidInput, type Refusal } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Stored } from "../../kernel/stored-record.js";

/** What a record of the plan says, whatever its kind; `values` by field, as text, without those that are empty. */
export interface PlanWords {
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
  /** First day of a window whose last one is `dueOn`; ISO days. */
  readonly dueFrom: string | null;
  readonly dueOn: string | null;
  /** Where it is from: the plan's own words, a text, a page. */
  readonly source: string;
  /** Made up for a sample registry; shown as such. */
  readonly invented: boolean;
}

export interface PlanRecord extends PlanWords, Stored {
  readonly kind: PlanKindName;
  readonly state: string;
  /** Person who wrote the present version. */
  readonly declaredBy: string;
  readonly declaredAt: Date;
}

const SAID: Readonly<Record<PlanProblem, string>> = {
  missing: "It must be said.",
  long: "It is too long.",
  form: "It is not of the form that this field has.",
  low: "The figure is too low.",
  high: "The figure is too high.",
};

/** The words as they are kept, or all that is wrong with them by field. */
export function planWords(kind: PlanKindName, said: PlanWords): Result<PlanWords> {
  const { fields, due } = planKind(kind);
  const values = Object.fromEntries(
    Object.entries(said.values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ""),
  );
  const unknown = Object.keys(values).filter((name) => !Object.hasOwn(fields, name));
  const issues = [
    ...unknown.map((name) => ({ path: `values.${name}`, message: "This kind of record has no such field." })),
    ...Object.entries(fields).flatMap(([name, field]) => {
      const problem = planProblem(field, values[name] ?? "");
      return problem === null ? [] : [{ path: `values.${name}`, message: SAID[problem] }];
    }),
    ...dayIssues(due.required, said),
  ];
  return issues.length > 0 ? refuse(invalidInput(issues)) : ok({ ...said, values });
}

function dayIssues(required: boolean, { dueFrom, dueOn }: PlanWords) {
  const wrong = (path: string, message: string) => [{ path, message }];
  if (required && dueOn === null) return wrong("dueOn", "It must be said.");
  if (dueOn !== null && !isDay(dueOn)) return wrong("dueOn", "A day as YYYY-MM-DD.");
  if (dueFrom === null) return [];
  if (!isDay(dueFrom)) return wrong("dueFrom", "A day as YYYY-MM-DD.");
  return dueOn === null || dueFrom > dueOn ? wrong("dueFrom", "A window begins on or before its last day.") : [];
}

/** States that a record may be taken to from where it is. */
export const nextStates = ({ kind, state }: Pick<PlanRecord, "kind" | "state">): readonly string[] =>
  planKind(kind).states[state]?.next ?? [];

/** Whether being there takes somebody else than whoever wrote the record. */
export const isDecided = (kind: PlanKindName, state: string): boolean => planKind(kind).states[state]?.decided === true;

/** The record in another state of its kind, or why it may not go there yet. */
export function moved(record: PlanRecord, to: string): Result<PlanRecord> {
  if (!nextStates(record).includes(to)) return refuse(notFrom(record, to));
  const missing = (planKind(record.kind).states[to]?.needs ?? []).filter((name) => record.values[name] === undefined);
  if (missing.length > 0)
    return refuse(
      invalidInput(missing.map((name) => ({ path: `values.${name}`, message: "It must be said before this step." }))),
    );
  return ok({ ...record, state: to, version: record.version + 1 });
}

const notFrom = ({ kind, state }: PlanRecord, to: string): Refusal =>
  conflict("plan.no_such_step", `A record of the kind ${kind} does not go from ${state} to ${to}.`);

/** Once nothing may follow, the record stays as it was decided on; before that it is corrected. */
export const isEnded = (record: PlanRecord): boolean => nextStates(record).length === 0;

/** The record with other words, as whoever wrote them. */
export function corrected(record: PlanRecord, said: PlanWords, by: string, at: Date): Result<PlanRecord> {
  if (isEnded(record))
    return refuse(conflict("plan.ended", "What was decided or has ended is not corrected any more."));
  const words = planWords(record.kind, said);
  if (!words.ok) return words;
  return ok({ ...record, ...words.value, version: record.version + 1, declaredBy: by, declaredAt: at });
}

/** Names of what differs, for the journal: a text is long, and the record's history is not kept twice. */
export function changedFields(before: PlanWords, after: PlanWords): readonly string[] {
  const own = (["title", "dueFrom", "dueOn", "source"] as const).filter((name) => before[name] !== after[name]);
  const values = [...new Set([...Object.keys(before.values), ...Object.keys(after.values)])];
  return [...own, ...values.filter((name) => before.values[name] !== after.values[name]).sort()];
}
