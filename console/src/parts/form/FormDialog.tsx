import type { ReactNode } from "react";
import { useNotify, useTranslate } from "react-admin";
import type { Act } from "../../providers/use-act";
import { ActDialog } from "../ActDialog";
import type { FormValues } from "./field-spec";
import { besideFields, fieldErrors, FormFields, type OwnFields } from "./FormFields";
import { useFocusWrong } from "./focus-field";
import { type Form, type FormRules, useForm } from "./use-form";

interface Props<Name extends string, Variables, Value> extends FormRules<Name> {
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  /** For a table of fields. */
  readonly wide?: boolean;
  /** Where the dictionary has the fields' words. */
  readonly words: string;
  readonly own?: OwnFields<Name>;
  readonly act: Act<Variables, Value>;
  /** What is sent, from what was typed. */
  readonly variables: (values: FormValues<Name>) => Variables;
  /** Said once it is done; what comes next may say it better. */
  readonly done?: string | ((values: FormValues<Name>) => string);
  readonly onDone?: (value: Value) => void;
  /** Shows what came of it, instead of closing. */
  readonly shows?: (value: Value) => void;
  readonly onClose: () => void;
  /** What the act does, above its fields. */
  readonly children?: ReactNode;
  /** What follows from what is typed, below the fields. */
  readonly after?: (form: Form<Name>) => ReactNode;
}

/** A governance act that asks for a few fields: checks them, sends them, keeps the refusal, says that it is done. */
export function FormDialog<Name extends string, Variables, Value>(props: Props<Name, Variables, Value>) {
  const { words, act, onClose } = props;
  const t = useTranslate();
  const notify = useNotify();
  const form = useForm(props);
  const send = async (typed: FormValues<Name>) => {
    const value = await act.run(props.variables(typed));
    if (value === null) return;
    if (props.shows !== undefined) return props.shows(value);
    onClose();
    const done = typeof props.done === "function" ? props.done(typed) : props.done;
    if (done !== undefined) notify(done, { type: "success" });
    props.onDone?.(value);
  };
  const errors = fieldErrors(t, form, words, act.refusal);
  useFocusWrong(words, form.attempt, errors, act.refusal);
  return (
    <ActDialog
      open
      title={props.title}
      confirm={props.confirm}
      danger={props.danger}
      wide={props.wide}
      act={{ ...act, refusal: besideFields(form.specs, act.refusal) }}
      onConfirm={() => void form.submit(send)}
      unsent={form.dirty}
      onClose={onClose}
    >
      {props.children}
      <FormFields form={form} words={words} errors={errors} own={props.own} />
      {props.after?.(form)}
    </ActDialog>
  );
}
