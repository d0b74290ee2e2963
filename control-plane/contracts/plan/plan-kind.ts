import type { Label } from "../quantities.js";

/**
 * - `line`, `text`: at most `max` characters; `url`; `email`; `country`: ISO 3166-1 alpha-2; `day`: an ISO day.
 * - `whole`, `number`: a figure between `min` and `max`, in `unit`.
 * - `choice`: one of `choices`.
 */
export type PlanFieldKind = "line" | "text" | "url" | "email" | "country" | "day" | "whole" | "number" | "choice";

export interface PlanField {
  readonly kind: PlanFieldKind;
  readonly label: Label;
  readonly optional?: true;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, Label>>;
}

/** A state of a record, where it may go from there, and what must be written to get in. */
export interface PlanState {
  readonly label: Label;
  readonly next: readonly string[];
  readonly needs?: readonly string[];
  /** Somebody else than whoever wrote it takes it here. */
  readonly decided?: true;
}

/** One kind of record of the plan, as data: what it holds, what becomes of it, whose it is. */
export interface PlanKind {
  /** What authorisation and the journal know it as. */
  readonly subject: string;
  readonly label: Label;
  readonly lead: Label;
  /** A record of one body, which others than the State's roles do not see; otherwise everybody reads it. */
  readonly ofBody: boolean;
  /** What its day means, and whether it must have one. */
  readonly due: { readonly label: Label; readonly required: boolean };
  readonly fields: Readonly<Record<string, PlanField>>;
  /** The first one is where it begins. */
  readonly states: Readonly<Record<string, PlanState>>;
}

/** A figure as it is stored: digits, and a point where it has decimals. */
const FIGURE = /^-?\d{1,15}(?:\.\d{1,6})?$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** Why a value does not fit its field. */
export type PlanProblem = "missing" | "long" | "form" | "low" | "high";

/** What is wrong with a value of a field, or null. @param value as text, whatever the field; empty for none */
export function planProblem(field: PlanField, value: string): PlanProblem | null {
  if (value === "") return field.optional === true ? null : "missing";
  switch (field.kind) {
    case "line":
    case "text":
      return value.length > (field.max ?? 4000) ? "long" : null;
    case "url":
      return URL.canParse(value) && /^https?:$/u.test(new URL(value).protocol) ? tooLong(field, value) : "form";
    case "email":
      return EMAIL.test(value) ? tooLong(field, value) : "form";
    case "country":
      return /^[A-Z]{2}$/u.test(value) ? null : "form";
    case "day":
      return isDay(value) ? null : "form";
    case "choice":
      return Object.hasOwn(field.choices ?? {}, value) ? null : "form";
    case "whole":
    case "number":
      return figureProblem(field, value);
  }
}

const tooLong = ({ max }: PlanField, value: string): PlanProblem | null =>
  max !== undefined && value.length > max ? "long" : null;

/** A day that the calendar has. */
export const isDay = (value: string): boolean => {
  const at = DAY.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};

function figureProblem({ kind, min, max }: PlanField, value: string): PlanProblem | null {
  if (!FIGURE.test(value) || (kind === "whole" && value.includes("."))) return "form";
  const figure = Number(value);
  if (min !== undefined && figure < min) return "low";
  return max !== undefined && figure > max ? "high" : null;
}
