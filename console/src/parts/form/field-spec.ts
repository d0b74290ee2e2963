/** What one field of a form holds, as typed. */
export type FieldKind =
  | "line"
  | "text"
  | "url"
  | "email"
  | "day"
  | "whole"
  | "number"
  | "country"
  | "choice"
  | "many"
  | "yes"
  | "lines"
  | "use-case"
  | "rows"
  | "own";

export interface FieldSpec<Name extends string = string> {
  readonly name: Name;
  readonly kind: FieldKind;
  /** May stay empty. */
  readonly optional?: true;
  /** Characters of a text, or the figure itself. */
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  /** Of a choice: what is sent, and its words. */
  readonly choices?: readonly (readonly [value: string, words: string])[];
  /** Of a choice that may stay empty: the words of the empty one. */
  readonly none?: string;
  /** Of rows: what each holds, and what is wrong with one as a whole, in words. */
  readonly columns?: readonly FieldSpec[];
  readonly wrongRow?: (row: FormValues) => string | undefined;
  /** Shown, and not to be written over. */
  readonly fixed?: boolean;
  /** Stands beside its neighbour that is half as wide too. */
  readonly half?: true;
  /** Begins a part of the form, whose heading the dictionary has under `part`. */
  readonly part?: string;
  /** Its own words, where the dictionary cannot know the field. */
  readonly label?: string;
  readonly hint?: string;
  /** Glued to the field's right. */
  readonly unit?: string;
  /** Where the dictionary has this field's words, when not where the form's are. */
  readonly words?: string;
}

/** Values as typed; a ticked box is `yes`, several choices are joined by commas, rows are JSON, so that all compare alike. */
export type FormValues<Name extends string = string> = Readonly<Record<Name, string>>;

export type Problem =
  "missing" | "short" | "long" | "low" | "high" | "whole" | "number" | "url" | "country" | "form" | "together";

const EVERY_LINE = /\r?\n/u;

/** The lines of a field that holds one thing a line, without the empty ones. */
export const linesOf = (typed: string): readonly string[] =>
  typed
    .split(EVERY_LINE)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The rows of a field that holds a list of small records. */
export const rowsOf = <Name extends string = string>(typed: string): readonly FormValues<Name>[] =>
  JSON.parse(typed === "" ? "[]" : typed) as FormValues<Name>[];

/** What is typed in the cells of a grid, by their keys; kept as one value of the form. */
export const cellsOf = (typed: string): Readonly<Record<string, string>> =>
  JSON.parse(typed === "" ? "{}" : typed) as Record<string, string>;

export const emptyRow = <Name extends string>(specs: readonly FieldSpec<Name>[]): FormValues<Name> =>
  Object.fromEntries(specs.map((spec) => [spec.name, ""])) as FormValues<Name>;

/** A figure with its thousands apart, as it is read with ease in a field. */
export const typedFigure = (figure: number): string => String(figure).replaceAll(/\B(?=(?:\d{3})+$)/gu, "\u00a0");

/** A figure as people write it: spaces between thousands, a decimal comma, its sign of euro or percent; `NaN` when it is none. */
export function figureOf(typed: string): number {
  const plain = typed.replace(/[\s\u00a0\u202f€%]/gu, "").replace(",", ".");
  return /^[-−]?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain.replace("−", "-")) : Number.NaN;
}

/** A box may stay unticked, and what a form draws by itself it judges by itself. */
const MAY_BE_EMPTY: readonly FieldKind[] = ["yes", "own"];

/** What is wrong with a field as typed, or null. */
export function problemOf(spec: FieldSpec, typed: string): Problem | null {
  const value = typed.trim();
  if (value === "") return spec.optional === true || MAY_BE_EMPTY.includes(spec.kind) ? null : "missing";
  switch (spec.kind) {
    case "whole":
    case "number":
      return problemOfFigure(spec, figureOf(value));
    case "url":
      return /^https?:\/\/\S+\.?\S*$/u.test(value) ? problemOfText(spec, value) : "url";
    case "email":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value) ? problemOfText(spec, value) : "form";
    case "country":
      return /^[A-Za-z]{2}$/u.test(value) ? null : "country";
    case "rows":
      return rowsOf(value).every((row) => rowIsRight(spec, row)) ? null : "form";
    case "many":
    case "yes":
    case "own":
      return null;
    case "lines":
      return (
        linesOf(value)
          .map((line) => problemOfText(spec, line))
          .find((problem) => problem !== null) ?? null
      );
    case "line":
    case "text":
    case "day":
    case "choice":
    case "use-case":
      return problemOfText(spec, value);
  }
}

const rowIsRight = ({ columns = [], wrongRow }: FieldSpec, row: FormValues): boolean =>
  columns.every((column) => problemOf(column, row[column.name] ?? "") === null) && wrongRow?.(row) === undefined;

function problemOfFigure({ kind, min, max }: FieldSpec, figure: number): Problem | null {
  if (Number.isNaN(figure)) return kind === "whole" ? "whole" : "number";
  if (kind === "whole" && !Number.isInteger(figure)) return "whole";
  if (min !== undefined && figure < min) return "low";
  return max !== undefined && figure > max ? "high" : null;
}

function problemOfText({ min, max, pattern }: FieldSpec, value: string): Problem | null {
  if (min !== undefined && value.length < min) return "short";
  if (max !== undefined && value.length > max) return "long";
  return pattern === undefined || pattern.test(value) ? null : "form";
}

/** Fields to correct, in the order of the form. */
export function problemsIn<Name extends string>(
  specs: readonly FieldSpec<Name>[],
  values: Partial<FormValues<Name>>,
): ReadonlyMap<Name, Problem> {
  const found = specs.map((spec) => [spec.name, problemOf(spec, values[spec.name] ?? "")] as const);
  return new Map(found.filter((entry): entry is [Name, Problem] => entry[1] !== null));
}

/** What is chosen in a field of several choices. */
export const chosenIn = (typed: string): readonly string[] => typed.split(",").filter((one) => one !== "");

/** What is typed, or null when nothing is. */
export const orNull = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());

/** The figure that is typed, or null when nothing is. */
export const figureOrNull = (typed: string): number | null => (typed.trim() === "" ? null : figureOf(typed));
