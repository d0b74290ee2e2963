import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { type EvidenceKind, RecordEvidence, type RecordEvidenceData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { Field } from "../parts/Field";
import { useAct } from "../providers/use-act";
import { referenceIsRight } from "./evidence-kinds";
import type { Sheet } from "./sheet";

interface Props {
  readonly sheet: Sheet;
  readonly kind: EvidenceKind;
  readonly onClose: () => void;
}

/** Puts one piece on file by its reference; a piece already there is replaced, and the history keeps both. */
export function RecordEvidenceDialog({ sheet, kind, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(RecordEvidence, pick);
  const present = sheet.evidence.find((piece) => piece.kind === kind)?.reference ?? "";
  const [reference, setReference] = useState(present);
  const [tried, setTried] = useState(false);
  const piece = t(`evidence.kind.${kind}`);
  const confirm = async () => {
    setTried(true);
    if (!referenceIsRight(reference)) return;
    const done = await act.run({ input: { id: sheet.id, kind, reference: reference.trim(), version: sheet.version } });
    if (done === null) return;
    onClose();
    notify(t("evidence.done", { piece }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("evidence.title", { piece, name: sheet.name })}
      confirm={t("evidence.verb")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p className="ink2">{t(`evidence.about.${kind}`)}</p>
      <Field
        id="evidence-reference"
        label={t("evidence.reference")}
        hint={t("evidence.referenceHint")}
        error={tried && !referenceIsRight(reference) ? t("evidence.referenceError") : undefined}
      >
        {(attributes) => (
          <input
            {...attributes}
            autoFocus
            required
            maxLength={500}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  );
}

const pick = (data: RecordEvidenceData) => data.recordEvidence;
