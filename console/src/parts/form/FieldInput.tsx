import { useTranslate } from "react-admin";
import { Field, type FieldAttributes, FieldError } from "../Field";
import { chosenIn, type FieldSpec, type Problem } from "./field-spec";
import { UseCaseField } from "./UseCaseField";

export interface FieldProps {
  readonly spec: FieldSpec;
  /** Where the dictionary has `field.<name>`, `hint.<name>` and `error.<name>`. */
  readonly words: string;
  readonly value: string;
  /** What is to be corrected, in words. */
  readonly error: string | undefined;
  /** Where a name is not enough to tell fields apart, as in a row. */
  readonly id?: string;
  readonly onChange: (value: string) => void;
}

/** One field of a form, by what it holds; the label, the hint and what is wrong come from the dictionary. */
export function FieldInput(props: FieldProps) {
  const { spec, words: ofForm, value, error, id = fieldId(ofForm, spec.name), onChange } = props;
  const t = useTranslate();
  const words = spec.words ?? ofForm;
  const hint = spec.hint ?? t(`${words}.hint.${spec.name}`, { _: "" });
  const label = spec.label ?? t(`${words}.field.${spec.name}`);
  if (spec.kind === "yes") {
    return (
      <label className="option field">
        <input
          type="checkbox"
          id={id}
          checked={value === "yes"}
          onChange={(event) => onChange(event.target.checked ? "yes" : "")}
        />
        <span>
          {label}
          {hint === "" ? null : <small className="hint"> {hint}</small>}
        </span>
      </label>
    );
  }
  if (spec.kind === "many") return <ManyField {...{ spec, id, label, hint, value, error, onChange }} />;
  return (
    <Field
      id={id}
      label={spec.optional === true && spec.label === undefined ? `${label} ${t("form.optional")}` : label}
      hint={hint === "" ? undefined : hint}
      error={error}
      unit={spec.unit}
    >
      {(attributes) => <Control attributes={attributes} spec={spec} value={value} onChange={onChange} />}
    </Field>
  );
}

interface ManyProps extends Pick<FieldProps, "spec" | "value" | "error" | "onChange"> {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

/** Several of a closed list, each with its box; kept in the order of the list. */
function ManyField({ spec, id, label, hint, value, error, onChange }: ManyProps) {
  const chosen = chosenIn(value);
  const toggle = (option: string, on: boolean) => {
    const next = spec.choices?.map(([one]) => one).filter((one) => (one === option ? on : chosen.includes(one)));
    onChange((next ?? []).join(","));
  };
  return (
    <fieldset className={error === undefined ? "field" : "field wrong"}>
      <legend>{label}</legend>
      {hint === "" ? null : <p className="hint">{hint}</p>}
      <FieldError id={id} error={error} />
      <div className="options-grid">
        {spec.choices?.map(([option, words], index) => (
          <label key={option} className="option">
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              checked={chosen.includes(option)}
              onChange={(event) => toggle(option, event.target.checked)}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export const fieldId = (words: string, name: string): string => `${words.replaceAll(".", "-")}-${name}`;

/** What to type instead: the form's own sentence if it has one, otherwise that of the problem with the bound not kept. */
export function problemWords(
  t: ReturnType<typeof useTranslate>,
  spec: FieldSpec,
  ofForm: string,
  problem: Problem,
): string {
  const told =
    spec.name === "reason" && (problem === "missing" || problem === "short")
      ? t("form.reasonTooShort", { min: spec.min ?? 1 })
      : t(`form.problem.${spec.kind === "choice" && problem === "missing" ? "choose" : problem}`, {
          min: spec.min ?? "",
          max: spec.max ?? "",
        });
  const words = spec.words ?? ofForm;
  const own = t(`${words}.error.${spec.name}`, { _: told });
  // What several fields are wrong by together says nothing of one that is empty.
  return problem === "together" ? t(`${words}.together.${spec.name}`, { _: own }) : own;
}

const INPUT_TYPES: Readonly<Partial<Record<FieldSpec["kind"], string>>> = { day: "date", email: "email" };

interface ControlProps {
  readonly attributes: FieldAttributes;
  readonly spec: FieldSpec;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Control({ attributes, spec, value, onChange }: ControlProps) {
  const t = useTranslate();
  switch (spec.kind) {
    case "text":
    case "lines":
      return <textarea {...attributes} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />;
    case "choice":
      return (
        <select {...attributes} disabled={spec.fixed} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{spec.none ?? t(spec.optional === true ? "form.notSaid" : "form.choose")}</option>
          {spec.choices?.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      );
    case "use-case":
      return <UseCaseField attributes={attributes} value={value} known={spec.choices ?? []} onChange={onChange} />;
    case "many":
    case "yes":
    case "rows":
    case "own":
      return null;
    case "line":
    case "url":
    case "email":
    case "day":
    case "whole":
    case "number":
    case "country":
      return (
        <input
          {...attributes}
          type={INPUT_TYPES[spec.kind] ?? "text"}
          autoComplete={spec.kind === "email" ? "email" : undefined}
          inputMode={spec.kind === "whole" ? "numeric" : spec.kind === "number" ? "decimal" : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
