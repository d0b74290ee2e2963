import { useTranslate } from "react-admin";
import { AssessModel, type AssessModelData } from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { provenanceInput, provenanceSpecs, provenanceValues } from "./model-forms";
import type { ModelSheet } from "../model-states";

/** ARIANE records where a proposed model comes from and whether it passed its evaluation. */
export function AssessModelDialog({ sheet, onClose }: { readonly sheet: ModelSheet; readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(AssessModel, pick);
  return (
    <FormDialog
      title={t("models.title.assess", { name: sheet.name })}
      confirm={t("models.act.assess")}
      words="models"
      specs={provenanceSpecs(t)}
      initial={provenanceValues(sheet.provenance)}
      act={act}
      variables={(typed) => ({ id: sheet.id, provenance: provenanceInput(typed) })}
      done={t("models.done.assess", { name: sheet.name })}
      onClose={onClose}
    >
      <p className="ink2">{t("models.consequence.assess")}</p>
    </FormDialog>
  );
}

const pick = (data: AssessModelData) => data.assessModel;
