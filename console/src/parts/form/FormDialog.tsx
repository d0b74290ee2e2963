import type { ReactNode } from "react";
import { useNotify } from "react-admin";
import type { Act } from "../../providers/use-act";
import { ActDialog } from "../ActDialog";
import type { FieldSpec, FormValues } from "./field-spec";
import { FieldInput, fieldId } from "./FieldInput";
import { useForm } from "./use-form";

interface Props<Name extends string, Variables, Value> {
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  /** Where the dictionary has the fields' words. */
  readonly words: string;
  readonly specs: readonly FieldSpec<Name>[];
  readonly initial?: Partial<FormValues<Name>>;
  /** What is wrong with the fields together, in words. */
  readonly wrong?: (values: FormValues<Name>) => string | undefined;
  readonly act: Act<Variables, Value>;
  /** What is sent, from what was typed. */
  readonly variables: (values: FormValues<Name>) => Variables;
  /** Said once it is done; what comes next may say it better. */
  readonly done?: string;
  readonly onDone?: (value: Value) => void;
  /** Shows what came of it, instead of closing. */
  readonly shows?: (value: Value) => void;
  readonly onClose: () => void;
  /** What the act does, above its fields. */
  readonly children?: ReactNode;
}

/** A governance act that asks for a few fields: checks them, sends them, keeps the refusal, says that it is done. */
export function FormDialog<Name extends string, Variables, Value>(props: Props<Name, Variables, Value>) {
  const { specs, words, act, onClose } = props;
  const notify = useNotify();
  const form = useForm(specs, props.initial);
  const together = form.attempt > 0 && form.problems.size === 0 ? props.wrong?.(form.values) : undefined;
  const send = async (typed: FormValues<Name>) => {
    if (props.wrong?.(typed) !== undefined) return;
    const value = await act.run(props.variables(typed));
    if (value === null) return;
    if (props.shows !== undefined) return props.shows(value);
    onClose();
    if (props.done !== undefined) notify(props.done, { type: "success" });
    props.onDone?.(value);
  };
  const focus = (name: Name) => document.getElementById(fieldId(words, name))?.focus();
  return (
    <ActDialog
      open
      title={props.title}
      confirm={props.confirm}
      danger={props.danger}
      act={act}
      onConfirm={() => void form.submit(send, focus)}
      unsent={form.dirty}
      onClose={onClose}
    >
      {props.children}
      <div>
        {specs.map((spec) => (
          <FieldInput
            key={spec.name}
            spec={spec}
            words={words}
            value={form.values[spec.name]}
            problem={form.problems.get(spec.name)}
            onChange={(value) => form.put(spec.name, value)}
          />
        ))}
      </div>
      {together === undefined ? null : (
        <p className="note warning" role="alert">
          {together}
        </p>
      )}
    </ActDialog>
  );
}
