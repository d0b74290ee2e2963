import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { type ReviewOpinion, ReviewUseCase, type ReviewUseCaseData } from "../../generated/operations";
import { ActDialog } from "../../parts/ActDialog";
import { FieldInput, fieldId } from "../../parts/form/FieldInput";
import type { FieldSpec, FormValues } from "../../parts/form/field-spec";
import { RowsInput, rowsAreRight } from "../../parts/form/RowsInput";
import { useForm } from "../../parts/form/use-form";
import { useAct } from "../../providers/use-act";

const OPINIONS: readonly ReviewOpinion[] = ["FAVOURABLE", "WITH_RESERVES", "UNFAVOURABLE"];
const CONDITION: readonly FieldSpec<"text" | "dueOn">[] = [
  { name: "text", kind: "line", min: 3, max: 200 },
  { name: "dueOn", kind: "day" },
];
type Condition = FormValues<"text" | "dueOn">;

/** The cell gives its opinion, with conditions and their days when it has reserves. */
export function ReviewUseCaseDialog({
  useCaseId = "",
  onClose,
}: {
  readonly useCaseId?: string;
  readonly onClose: () => void;
}) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(ReviewUseCase, pick);
  const [key] = useState(() => crypto.randomUUID());
  const [conditions, setConditions] = useState<readonly Condition[]>([]);
  const specs: readonly FieldSpec<"useCaseId" | "opinion" | "summary">[] = [
    ...(useCaseId === "" ? [{ name: "useCaseId", kind: "use-case" } as const] : []),
    { name: "opinion", kind: "choice", choices: OPINIONS.map((one) => [one, t(`reviewOpinion.${one}`)]) },
    { name: "summary", kind: "text", min: 3, max: 4000 },
  ];
  const form = useForm(specs, { useCaseId });
  const reserved = form.values.opinion === "WITH_RESERVES";
  const send = async ({ opinion, summary, useCaseId: of }: typeof form.values) => {
    if (reserved && !rowsAreRight(CONDITION, conditions)) return;
    const input = {
      ...{ useCaseId: of, opinion: opinion as ReviewOpinion, summary: summary.trim() },
      conditions: reserved ? conditions : [],
      idempotencyKey: key,
    };
    if ((await act.run({ input })) === null) return;
    onClose();
    notify(t("review.given"), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("review.give")}
      confirm={t("review.giveConfirm")}
      act={act}
      onConfirm={() => void form.submit(send, (first) => document.getElementById(fieldId("review", first))?.focus())}
      unsent={form.dirty}
      onClose={onClose}
    >
      <p className="ink2">{t("review.about")}</p>
      {specs.map((spec) => (
        <FieldInput
          key={spec.name}
          spec={spec}
          words="review"
          value={form.values[spec.name]}
          problem={form.problems.get(spec.name)}
          onChange={(value) => form.put(spec.name, value)}
        />
      ))}
      {reserved ? (
        <RowsInput
          legend={t("review.conditions")}
          words="review"
          name="conditions"
          specs={CONDITION}
          rows={conditions}
          tried={form.attempt > 0}
          onChange={setConditions}
        />
      ) : null}
    </ActDialog>
  );
}

const pick = (data: ReviewUseCaseData) => data.reviewUseCase;
