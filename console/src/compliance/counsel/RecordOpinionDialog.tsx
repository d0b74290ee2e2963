import { useState } from "react";
import { useTranslate } from "react-admin";
import { RecordOpinion, type RecordOpinionData } from "../../generated/operations";
import type { FieldSpec } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";

const SPECS: readonly FieldSpec<"number" | "title" | "subject" | "text">[] = [
  { name: "number", kind: "line", pattern: /^\d{4}-\d{1,3}$/u },
  { name: "title", kind: "line", min: 3, max: 200 },
  { name: "subject", kind: "line", min: 3, max: 200 },
  { name: "text", kind: "text", min: 3, max: 20_000 },
];

/** The cell keeps a draft of the committee, with the State's figures of that day. */
export function RecordOpinionDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(RecordOpinion, pick);
  const [key] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      title={t("opinion.record")}
      confirm={t("opinion.recordConfirm")}
      words="opinion"
      specs={SPECS}
      act={act}
      variables={(typed) => ({ input: { ...typed, idempotencyKey: key } })}
      done={t("opinion.recorded")}
      onClose={onClose}
    >
      <p className="ink2">{t("opinion.about")}</p>
    </FormDialog>
  );
}

const pick = (data: RecordOpinionData) => data.recordOpinion;
