import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { type BudgetRow, SetBudget, type SetBudgetData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { Field } from "../parts/Field";
import { ChoiceField } from "../parts/FormFields";
import { useAct } from "../providers/use-act";
import { BUDGET_UNITS, UNIT_SIGN } from "./budget-amount";
import {
  BUDGET_PERIODS,
  type BudgetField,
  type BudgetForm,
  EXHAUSTION_RULES,
  budgetForm,
  toBudgetInput,
  wrongBudgetFields,
} from "./budget-form";

export interface BudgetHolder {
  readonly id: string;
  readonly name: string;
}

interface Props {
  /** Who may be given a budget here; the first one is chosen. */
  readonly holders: readonly BudgetHolder[];
  /** The budget to change, or null for a new one. */
  readonly present: BudgetRow | null;
  readonly onClose: () => void;
}

/** ARIANE's act: an amount in a unit for each period, and what happens at its end. */
export function SetBudgetDialog({ holders, present, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(SetBudget, pick);
  const [form, setForm] = useState<BudgetForm>(() => budgetForm(holders[0]?.id ?? "", present));
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (wrongBudgetFields(form).length > 0) return;
    const done = await act.run({ input: toBudgetInput(form, present) });
    if (done === null) return;
    onClose();
    notify(t("budget.set.done"), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("budget.set.title")}
      confirm={t("budget.set.verb")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <BudgetFields
        holders={present === null ? holders : [{ id: present.nodeId, name: present.nodeName }]}
        changing={present !== null}
        form={form}
        wrong={tried ? wrongBudgetFields(form) : []}
        onChange={(part) => setForm({ ...form, ...part })}
      />
    </ActDialog>
  );
}

interface FieldsProps {
  readonly holders: readonly BudgetHolder[];
  /** Of a budget that exists, the holder, unit and period are what it is known by. */
  readonly changing: boolean;
  readonly form: BudgetForm;
  readonly wrong: readonly BudgetField[];
  readonly onChange: (part: Partial<BudgetForm>) => void;
}

function BudgetFields({ holders, changing, form, wrong, onChange }: FieldsProps) {
  const t = useTranslate();
  const field = (name: BudgetField) => ({
    id: `budget-${name}`,
    label: t(`budget.set.field.${name}`),
    hint: t(`budget.set.hint.${name}`),
    error: wrong.includes(name) ? t(`budget.set.error.${name}`) : undefined,
  });
  const choice = <Name extends BudgetField>(
    name: Name,
    options: readonly (readonly [BudgetForm[Name], string])[],
    fixed = false,
  ) => (
    <ChoiceField
      frame={field(name)}
      value={form[name]}
      options={options}
      disabled={fixed}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <div>
      {choice(
        "nodeId",
        holders.map(({ id, name }) => [id, name] as const),
        changing || holders.length === 1,
      )}
      <div className="two-fields">
        {choice(
          "unit",
          BUDGET_UNITS.map((unit) => [unit, t(`budget.unit.${unit}`)] as const),
          changing,
        )}
        <Field {...field("amount")} unit={UNIT_SIGN[form.unit]}>
          {(attributes) => (
            <input
              {...attributes}
              inputMode="decimal"
              value={form.amount}
              onChange={(event) => onChange({ amount: event.target.value })}
            />
          )}
        </Field>
        {choice(
          "period",
          BUDGET_PERIODS.map((one) => [one, t(`budget.period.${one}`)] as const),
          changing,
        )}
        {choice(
          "onExhaust",
          EXHAUSTION_RULES.map((one) => [one, t(`budget.onExhaust.${one}`)] as const),
        )}
      </div>
      <Field {...field("reason")}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            value={form.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

const pick = (data: SetBudgetData) => data.setBudget;
