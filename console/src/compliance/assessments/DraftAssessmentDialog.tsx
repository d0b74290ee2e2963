import { useTranslate } from "react-admin";
import { type AssessmentKind, DraftAssessment, type DraftAssessmentData } from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { draftOf, specsOf, typedFrom } from "./assessment-form";

interface Props {
  readonly kind: AssessmentKind;
  readonly useCaseId: string;
  /** The edition to begin from. */
  readonly from?: { readonly answers: unknown; readonly reference: string };
  readonly onClose: () => void;
}

/** A ministry answers what an assessment asks; somebody else concludes it. */
export function DraftAssessmentDialog({ kind, useCaseId, from, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(DraftAssessment, pick);
  return (
    <FormDialog
      title={t(`assessment.kind.${kind}`)}
      confirm={t("assessment.draft")}
      words="assessment"
      specs={specsOf(kind, t)}
      initial={from === undefined ? {} : typedFrom(from.answers, from.reference)}
      act={act}
      variables={(typed) => ({ input: draftOf(kind, useCaseId, typed) })}
      done={t("assessment.drafted")}
      onClose={onClose}
    >
      <p className="ink2">{t(`assessment.about.${kind}`)}</p>
    </FormDialog>
  );
}

const pick = (data: DraftAssessmentData) => data.draftAssessment;
