import { useState } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import { ProposeModel, type ProposeModelData } from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { useBodyChoices } from "../../parts/bodies/use-own-bodies";
import { proposeInput, proposeSpecs } from "./model-forms";

/** A body asks for a model; nobody is given it before ARIANE has approved it. */
export function ProposeModelDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const act = useAct(ProposeModel, pick);
  const [key] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      title={t("models.propose.verb")}
      confirm={t("models.propose.verb")}
      words="models"
      specs={proposeSpecs(useBodyChoices())}
      act={act}
      variables={(typed) => ({ input: proposeInput(typed, key) })}
      done={t("models.propose.done")}
      onDone={({ id }) => void navigate(`/models/${id}/show`)}
      onClose={onClose}
    >
      <p className="ink2">{t("models.propose.about")}</p>
    </FormDialog>
  );
}

const pick = (data: ProposeModelData) => data.proposeModel;
