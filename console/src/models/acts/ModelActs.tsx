import { useState } from "react";
import { useTranslate } from "react-admin";
import type { ModelState } from "../../generated/operations";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { useAbility } from "../../providers/use-person";
import { AssessModelDialog } from "./AssessModelDialog";
import { DeprecateModelDialog } from "./DeprecateModelDialog";
import type { ModelSheet } from "../model-states";
import { ApproveDialog, RefuseDialog, RetireDialog, ValidateDialog, VetoDialog } from "./ReasonedSteps";

const ACTS = ["validate", "assess", "refuse", "veto", "approve", "deprecate", "retire"] as const;
type ActName = (typeof ACTS)[number];

const LEADS_TO: Readonly<Record<ActName, ModelState>> = {
  validate: "VALIDATED",
  assess: "ASSESSED",
  approve: "APPROVED",
  refuse: "REFUSED",
  veto: "REFUSED",
  deprecate: "DEPRECATED",
  retire: "RETIRED",
};
const DIALOGS = {
  validate: ValidateDialog,
  assess: AssessModelDialog,
  approve: ApproveDialog,
  refuse: RefuseDialog,
  veto: VetoDialog,
  deprecate: DeprecateModelDialog,
  retire: RetireDialog,
};

/** Every step that the state allows; whoever may not take one reads who may, or what is missing. */
export function ModelActs({ sheet }: { readonly sheet: ModelSheet }) {
  const t = useTranslate();
  const [open, setOpen] = useState<ActName | null>(null);
  const compliance = useAbility("suspend", "Model");
  const may: Readonly<Record<ActName, boolean>> = {
    validate: useAbility("validate", "Model"),
    assess: useAbility("update", "Model"),
    approve: useAbility("grant", "Model"),
    refuse: useAbility("grant", "Model"),
    veto: compliance,
    deprecate: useAbility("manage", "Model"),
    retire: useAbility("manage", "Model"),
  };
  // One refusal is shown: the veto to compliance, ARIANE’s decision to everybody else.
  const shown = ACTS.filter((act) => act !== (compliance ? "refuse" : "veto"));
  const acts = shown.flatMap((act) =>
    sheet.steps.filter(({ to }) => to === LEADS_TO[act]).map((step) => ({ act, step })),
  );
  const Dialog = open === null ? null : DIALOGS[open];
  return (
    <>
      {acts.map(({ act, step }) => {
        const unmet = step.conditions.filter(({ met }) => !met).length;
        const whyNot = !may[act]
          ? t(`models.notYou.${act}`)
          : unmet > 0
            ? t("models.unmet", { smart_count: unmet })
            : undefined;
        return (
          <ExplainedButton
            key={act}
            variant={act === "approve" ? "contained" : "outlined"}
            className={act === "refuse" || act === "veto" || act === "retire" ? "danger" : undefined}
            onClick={() => setOpen(act)}
            disabledReason={whyNot}
          >
            {t(`models.act.${act}`)}
          </ExplainedButton>
        );
      })}
      {Dialog === null ? null : <Dialog sheet={sheet} onClose={() => setOpen(null)} />}
    </>
  );
}
