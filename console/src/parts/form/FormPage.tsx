import { Button } from "@mui/material";
import type { FormEvent, ReactNode } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { Act } from "../../providers/use-act";
import { ErrorSummary } from "../ErrorSummary";
import { RefusalNote } from "../RefusalNote";
import type { FieldSpec, FormValues } from "./field-spec";
import { fieldId } from "./FieldInput";
import { besideFields, fieldErrors } from "./FormFields";
import type { Form } from "./use-form";
import { useUnsent } from "./use-unsent";

interface Props<Name extends string, Variables, Value> {
  readonly form: Form<Name>;
  /** Where the dictionary has the fields' words. */
  readonly words: string;
  readonly act: Act<Variables, Value>;
  readonly confirm: string;
  readonly onSend: (values: FormValues<Name>) => Promise<void>;
  /** Where to go without sending anything. */
  readonly away?: string;
  /** Just above what sends it. */
  readonly last?: ReactNode;
  readonly children: (errors: ReadonlyMap<Name, string>) => ReactNode;
}

/** A form that is a page: says first what to correct, keeps the refusal beside what sends it. */
export function FormPage<Name extends string, Variables, Value>(props: Props<Name, Variables, Value>) {
  const { form, words, act } = props;
  const t = useTranslate();
  useUnsent(form.dirty && !act.running);
  const errors = fieldErrors(t, form, words, act.refusal);
  /** A sentence of the form's own names its field; any other is said after the field's label. */
  const summed = ({ name, words: own = words, label }: FieldSpec<Name>, problem: string): string =>
    problem === t(`${own}.error.${name}`, { _: "" })
      ? problem
      : t("form.issue", { field: label ?? t(`${own}.field.${name}`), problem });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!act.running) void form.submit(props.onSend);
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <ErrorSummary
        attempt={form.attempt}
        refusal={act.refusal}
        issues={form.specs.flatMap((spec) => {
          const problem = errors.get(spec.name);
          return problem === undefined ? [] : [{ field: fieldId(words, spec.name), message: summed(spec, problem) }];
        })}
      />
      {props.children(errors)}
      {props.last}
      <RefusalNote refusal={besideFields(form.specs, act.refusal)} failure={act.failure} />
      <div className="form-bar">
        <Button type="submit" variant="contained" aria-disabled={act.running}>
          {act.running ? t("action.sending") : props.confirm}
        </Button>
        {props.away === undefined ? null : (
          <Button component={Link} to={props.away} variant="text" className="push">
            {t("action.cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
