import { useTranslate } from "react-admin";
import { type BudgetRow, SetBudget, type SetBudgetData } from "../generated/operations";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { budgetForm, type BudgetHolder, budgetSpecs, toBudgetInput } from "./budget-form";

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
  const act = useAct(SetBudget, pick);
  return (
    <FormDialog
      title={t("budget.set.title")}
      confirm={t("budget.set.verb")}
      words="budget.set"
      specs={budgetSpecs(t, holders, present)}
      initial={budgetForm(holders[0]?.id ?? "", present)}
      act={act}
      variables={(typed) => ({ input: toBudgetInput(typed, present) })}
      done={t("budget.set.done")}
      onClose={onClose}
    />
  );
}

const pick = (data: SetBudgetData) => data.setBudget;
