import { useState } from "react";
import { useTranslate } from "react-admin";
import { ScoreUseCase, type ScoreUseCaseData } from "../generated/operations";
import type { FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { CRITERIA, type Criterion, MARKS } from "./criteria";

type ScoreField = "useCaseId" | Criterion | "rationale" | "final";

const MARK_CHOICES = MARKS.map((mark) => [mark, mark] as const);
const SPECS: readonly FieldSpec<ScoreField>[] = [
  ...CRITERIA.map((name) => ({ name, kind: "choice", choices: MARK_CHOICES }) as const),
  { name: "rationale", kind: "text", min: 3, max: 2000 },
  { name: "final", kind: "yes" },
];

interface Props {
  /** The use case to mark; chosen in the dialog when null. */
  readonly useCase: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}

/** The AI cell's marks on the four criteria; a draft ranks nothing. */
export function ScoreDialog({ useCase, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(ScoreUseCase, pick);
  const [key] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      title={useCase === null ? t("selection.score.verb") : t("selection.score.title", { name: useCase.name })}
      confirm={t("selection.score.confirm")}
      words="selection"
      specs={useCase === null ? [{ name: "useCaseId", kind: "use-case" }, ...SPECS] : SPECS}
      initial={{ useCaseId: useCase?.id ?? "", final: "yes" }}
      act={act}
      variables={(typed) => ({
        input: {
          useCaseId: typed.useCaseId,
          marks: {
            impact: Number(typed.impact),
            generalisability: Number(typed.generalisability),
            agentEffects: Number(typed.agentEffects),
            userEffects: Number(typed.userEffects),
          },
          rationale: typed.rationale.trim(),
          final: typed.final === "yes",
          idempotencyKey: key,
        },
      })}
      done={t("selection.score.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("selection.score.about")}</p>
    </FormDialog>
  );
}

const pick = (data: ScoreUseCaseData) => data.scoreUseCase;
