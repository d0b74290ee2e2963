import { useTranslate } from "react-admin";
import { BudgetsSection } from "../allocation/BudgetsSection";
import { Organisations } from "../generated/operations";
import { useOperation } from "../providers/use-operation";
import { branchOf } from "../parts/bodies/tree-branch";
import type { Sheet } from "./sheet";

/** The budgets that its requests use: its applications', its own, its organisation's and those above. */
export function UseCaseBudgets({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const organisations = useOperation(Organisations, {}).data?.organisations ?? [];
  const organisation = organisations.find((one) => one.id === sheet.organisation.id);
  const above = organisation === undefined ? [] : [organisation, ...branchOf(organisation, organisations).above];
  return (
    <BudgetsSection
      caption={t("budget.captionOf", { name: sheet.name })}
      nodeIds={[...sheet.applications, sheet, ...above].map((one) => one.id)}
      holders={[sheet, ...sheet.applications].map(({ id, name }) => ({ id, name }))}
    />
  );
}
