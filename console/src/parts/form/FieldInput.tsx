import { useTranslate } from "react-admin";
import { Field, type FieldAttributes, FieldError } from "../Field";
import { chosenIn, type FieldSpec, type Problem } from "./field-spec";
import { UseCaseField } from "./UseCaseField";

interface Props {
  readonly spec: FieldSpec;
  /** Where the dictionary has `field.<name>` and `hint.<name>`. */
  readonly words: string;
  readonly value: string;
  readonly problem: Problem | undefined;
  /** Where a name is not enough to tell fields apart, as in a row. */
  readonly id?: string;
  readonly onChange: (value: string) => void;
}

/** One field of a form, by what it holds; the label, the hint and what is wrong come from the dictionary. */
export function FieldInput({ spec, words: ofForm, value, problem, id = fieldId(ofForm, spec.name), onChange }: Props) {
  const t = useTranslate();
  const words = spec.words ?? ofForm;
  const hint = t(`${words}.hint.${spec.name}`, { _: "" });
  const label = t(`${words}.field.${spec.name}`);
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
  if (spec.kind === "many") return <ManyField {...{ spec, id, label, hint, value, problem, onChange }} />;
  return (
    <Field
      id={id}
      label={spec.optional === true ? `${label} ${t("form.optional")}` : label}
      hint={hint === "" ? undefined : hint}
      error={problem === undefined ? undefined : problemWords(t, spec, problem)}
      unit={spec.unit}
    >
      {(attributes) => <Control attributes={attributes} spec={spec} value={value} onChange={onChange} />}
    </Field>
  );
}

interface ManyProps extends Pick<Props, "spec" | "value" | "problem" | "onChange"> {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

/** Several of a closed list, each with its box; kept in the order of the list. */
function ManyField({ spec, id, label, hint, value, problem, onChange }: ManyProps) {
  const t = useTranslate();
  const chosen = chosenIn(value);
  const toggle = (option: string, on: boolean) => {
    const next = spec.choices?.map(([one]) => one).filter((one) => (one === option ? on : chosen.includes(one)));
    onChange((next ?? []).join(","));
  };
  const error = problem === undefined ? undefined : problemWords(t, spec, problem);
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

/** What to type instead, with the bound that was not kept. */
export const problemWords = (t: ReturnType<typeof useTranslate>, spec: FieldSpec, problem: Problem): string =>
  spec.name === "reason" && (problem === "missing" || problem === "short")
    ? t("form.reasonTooShort", { min: spec.min ?? 1 })
    : t(`form.problem.${spec.kind === "choice" && problem === "missing" ? "choose" : problem}`, {
        min: spec.min ?? "",
        max: spec.max ?? "",
      });

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
        <select {...attributes} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{spec.optional === true ? t("form.notSaid") : t("form.choose")}</option>
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
      return null;
    case "line":
    case "url":
    case "day":
    case "whole":
    case "number":
    case "country":
      return (
        <input
          {...attributes}
          type={spec.kind === "day" ? "date" : "text"}
          inputMode={spec.kind === "whole" ? "numeric" : spec.kind === "number" ? "decimal" : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
