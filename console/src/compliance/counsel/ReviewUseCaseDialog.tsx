import { useState } from "react";
import { useTranslate } from "react-admin";
import { type ReviewOpinion, ReviewUseCase, type ReviewUseCaseData } from "../../generated/operations";
import { type FieldSpec, type FormValues, rowsOf } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";

const OPINIONS: readonly ReviewOpinion[] = ["FAVOURABLE", "WITH_RESERVES", "UNFAVOURABLE"];
const RESERVED: ReviewOpinion = "WITH_RESERVES";
const CONDITION: readonly FieldSpec<"text" | "dueOn">[] = [
  { name: "text", kind: "line", min: 3, max: 200 },
  { name: "dueOn", kind: "day" },
];
type ReviewField = "useCaseId" | "opinion" | "summary" | "conditions";

interface Props {
  readonly useCaseId?: string;
  readonly onClose: () => void;
}

/** The cell gives its opinion, with conditions and their days when it has reserves. */
export function ReviewUseCaseDialog({ useCaseId = "", onClose }: Props) {
  const t = useTranslate();
  const act = useAct(ReviewUseCase, pick);
  const [key] = useState(() => crypto.randomUUID());
  const specs = ({ opinion }: FormValues<ReviewField>): readonly FieldSpec<ReviewField>[] => [
    ...(useCaseId === "" ? [{ name: "useCaseId", kind: "use-case" } as const] : []),
    { name: "opinion", kind: "choice", choices: OPINIONS.map((one) => [one, t(`reviewOpinion.${one}`)]) },
    { name: "summary", kind: "text", min: 3, max: 4000 },
    ...(opinion === RESERVED
      ? [{ name: "conditions", kind: "rows", columns: CONDITION, label: t("review.conditions") } as const]
      : []),
  ];
  return (
    <FormDialog
      title={t("review.give")}
      confirm={t("review.giveConfirm")}
      words="review"
      specs={specs}
      initial={{ useCaseId, conditions: "[]" }}
      act={act}
      variables={(typed) => ({
        input: {
          useCaseId: typed.useCaseId,
          opinion: typed.opinion as ReviewOpinion,
          summary: typed.summary.trim(),
          conditions: typed.opinion === RESERVED ? rowsOf<"text" | "dueOn">(typed.conditions) : [],
          idempotencyKey: key,
        },
      })}
      done={t("review.given")}
      onClose={onClose}
    >
      <p className="ink2">{t("review.about")}</p>
    </FormDialog>
  );
}

const pick = (data: ReviewUseCaseData) => data.reviewUseCase;
