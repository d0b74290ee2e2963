import { Fragment, type ReactNode } from "react";
import { useTranslate } from "react-admin";
import type { RefusalAnswer } from "../../providers/refusal";
import { issueWords } from "../issue-words";
import type { FieldKind, FieldSpec } from "./field-spec";
import { FieldInput, fieldId, problemWords } from "./FieldInput";
import { wholeId } from "./focus-field";
import { RowsInput } from "./RowsInput";
import type { Form } from "./use-form";

/** What a field that the form draws by itself is given. */
export interface OwnField {
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  /** Somebody tried to send the form. */
  readonly tried: boolean;
  readonly onChange: (value: string) => void;
}
export type OwnFields<Name extends string> = Readonly<Partial<Record<Name, (field: OwnField) => ReactNode>>>;

interface Props<Name extends string> {
  readonly form: Form<Name>;
  /** Where the dictionary has the fields' words. */
  readonly words: string;
  /** Those to show here; all of them otherwise. */
  readonly specs?: readonly FieldSpec<Name>[];
  readonly errors: ReadonlyMap<Name, string>;
  /** How the fields of the kind `own` are drawn. */
  readonly own?: OwnFields<Name>;
}

/** The fields of a form in their order: parts under their headings, narrow ones two by two. */
export function FormFields<Name extends string>({ form, words, specs = form.specs, errors, own }: Props<Name>) {
  const t = useTranslate();
  const input = (spec: FieldSpec<Name>) => {
    const field = {
      id: fieldId(words, spec.name),
      value: form.values[spec.name],
      error: errors.get(spec.name),
      onChange: (value: string) => form.put(spec.name, value),
    };
    const tried = form.attempt > 0;
    if (spec.kind === "own")
      return (
        <div key={spec.name} id={wholeId(field.id)}>
          {own?.[spec.name]?.({ ...field, tried })}
        </div>
      );
    if (spec.kind === "rows") return <RowsInput key={spec.name} spec={spec} words={words} tried={tried} {...field} />;
    return <FieldInput key={spec.name} spec={spec} words={words} {...field} />;
  };
  return (
    <div>
      {besideEachOther(specs).map((group) => (
        <Fragment key={group[0].name}>
          {group[0].part === undefined ? null : <h3 className="form-part">{t(`${words}.part.${group[0].part}`)}</h3>}
          {group[0].half === true ? <div className="two-fields">{group.map(input)}</div> : group.map(input)}
        </Fragment>
      ))}
    </div>
  );
}

type Group<Spec> = readonly [Spec, ...Spec[]];

/** Runs of narrow fields, and each other field alone; a part begins a new run. */
export function besideEachOther<Spec extends FieldSpec>(specs: readonly Spec[]): readonly Group<Spec>[] {
  return specs.reduce<readonly Group<Spec>[]>((groups, spec) => {
    const last = groups.at(-1);
    const joins = last?.[0].half === true && spec.half === true && spec.part === undefined;
    return joins ? [...groups.slice(0, -1), [...last, spec]] : [...groups, [spec]];
  }, []);
}

type Issues = NonNullable<RefusalAnswer["issues"]>;

/**
 * The field that an issue of the server is about: `dossier.labels.0` is about `labels` when the form has it, and
 * `progress.evidence` about `evidence`, whether or not there is a field called as what holds it.
 */
function fieldOfIssue<Name extends string>(names: readonly Name[], path: string): Name | undefined {
  const found = path.split(".").map((part) => names.find((name) => name === part));
  const first = found.findIndex((name) => name !== undefined);
  return found[first + 1] ?? found[first];
}

/** Those that show what is typed wrong in each of their parts, and nothing of the whole. */
const WITHOUT_ERROR: readonly FieldKind[] = ["rows", "own", "yes"];

/** What is said at each field, in the form's order: what is wrong as typed, otherwise what the server refused of it. */
export function fieldErrors<Name extends string>(
  t: ReturnType<typeof useTranslate>,
  form: Form<Name>,
  words: string,
  refusal: RefusalAnswer | null,
): ReadonlyMap<Name, string> {
  const names = form.specs.map(({ name }) => name);
  const refused = new Map(refusal?.issues?.map((issue) => [fieldOfIssue(names, issue.path), issueWords(t, issue)]));
  const said = form.specs.flatMap((spec): readonly (readonly [Name, string])[] => {
    const problem = form.problems.get(spec.name);
    const told = problem === undefined ? refused.get(spec.name) : problemWords(t, spec, words, problem);
    return told === undefined ? [] : [[spec.name, told]];
  });
  return new Map(said);
}

/** A refusal without what its form says at the fields. */
export function besideFields<Name extends string>(
  specs: readonly FieldSpec<Name>[],
  refusal: RefusalAnswer | null,
): RefusalAnswer | null {
  if (refusal?.issues === undefined) return refusal;
  const names = specs.map(({ name }) => name);
  const said = new Set(specs.filter(({ kind }) => !WITHOUT_ERROR.includes(kind)).map(({ name }) => name));
  const issues: Issues = refusal.issues.filter(({ path }) => {
    const name = fieldOfIssue(names, path);
    return name === undefined || !said.has(name);
  });
  return { ...refusal, issues };
}
