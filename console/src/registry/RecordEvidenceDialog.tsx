import { useTranslate } from "react-admin";
import { type EvidenceKind, RecordEvidence, type RecordEvidenceData } from "../generated/operations";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { EVIDENCE_REFERENCE } from "./evidence-kinds";
import type { Sheet } from "./sheet";

interface Props {
  readonly sheet: Sheet;
  readonly kind: EvidenceKind;
  readonly onClose: () => void;
}

/** Brings one piece by its reference; it is on file once somebody else confirms it, and the history keeps both. */
export function RecordEvidenceDialog({ sheet, kind, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(RecordEvidence, pick);
  const present = sheet.evidence.find((piece) => piece.kind === kind)?.reference ?? "";
  const piece = t(`evidence.kind.${kind}`);
  return (
    <FormDialog
      title={t("evidence.title", { piece, name: sheet.name })}
      confirm={t("evidence.verb")}
      words="evidence"
      specs={[EVIDENCE_REFERENCE]}
      initial={{ reference: present }}
      act={act}
      variables={({ reference }) => ({
        input: { id: sheet.id, kind, reference: reference.trim(), version: sheet.version },
      })}
      done={t("evidence.done", { piece })}
      onClose={onClose}
    >
      <p className="ink2">{t(`evidence.about.${kind}`)}</p>
    </FormDialog>
  );
}

const pick = (data: RecordEvidenceData) => data.recordEvidence;
