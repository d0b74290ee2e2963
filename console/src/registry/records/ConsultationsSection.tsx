import { useState } from "react";
import { useTranslate } from "react-admin";
import { RecordConsultation, type RecordConsultationData, type StaffOpinion } from "../../generated/operations";
import { NONE } from "../../i18n/format";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { orNull, type FieldSpec } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { type Column, Table } from "../../parts/Table";
import { StateWord, type TagState } from "../../parts/Tag";
import { useAct } from "../../providers/use-act";
import { useAbility } from "../../providers/use-person";
import type { Sheet, Records } from "../sheet";

type Consultation = Records["consultations"][number];

const TAGS: Readonly<Record<StaffOpinion, TagState>> = {
  FAVOURABLE: "active",
  RESERVED: "expiring",
  UNFAVOURABLE: "refused",
  NONE_GIVEN: "plain",
};
const OPINIONS = Object.keys(TAGS) as readonly StaffOpinion[];

interface Props {
  readonly sheet: Sheet;
  readonly consultations: readonly Consultation[];
}

/** What staff representatives were told and said, newest first. */
export function ConsultationsSection({ sheet, consultations }: Props) {
  const t = useTranslate();
  const [recording, setRecording] = useState(false);
  const may = useAbility("update", "UseCase");
  const columns = useConsultationColumns();
  return (
    <Section
      bare
      title={t("consultation.title")}
      aside={
        <ExplainedButton
          size="small"
          variant="outlined"
          onClick={() => setRecording(true)}
          disabledReason={may ? undefined : t("consultation.notYou")}
        >
          {t("consultation.verb")}
        </ExplainedButton>
      }
    >
      {consultations.length === 0 ? (
        <Empty title={t("consultation.none")}>
          <p className="ink2">{t("consultation.noneLead")}</p>
        </Empty>
      ) : (
        <Table
          caption={t("consultation.caption")}
          columns={columns}
          rows={consultations.toReversed()}
          rowKey={(row) => row.id}
          ruled
        />
      )}
      {recording ? <RecordDialog sheet={sheet} onClose={() => setRecording(false)} /> : null}
    </Section>
  );
}

function useConsultationColumns(): readonly Column<Consultation>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    { id: "body", header: t("consultation.field.body"), cell: (row) => row.body },
    { id: "held", header: t("consultation.heldOn"), cell: (row) => format.date(`${row.heldOn}T12:00:00Z`) },
    {
      id: "opinion",
      header: t("consultation.field.opinion"),
      cell: (row) => <StateWord state={TAGS[row.opinion]}>{t(`staffOpinion.${row.opinion}`)}</StateWord>,
    },
    { id: "summary", header: t("consultation.field.summary"), cell: (row) => row.summary },
    {
      id: "document",
      header: t("consultation.field.documentUrl"),
      cell: (row) =>
        row.documentUrl === null ? (
          NONE
        ) : (
          <a href={row.documentUrl} rel="noreferrer noopener" target="_blank" style={{ overflowWrap: "anywhere" }}>
            {row.documentUrl}
          </a>
        ),
    },
  ];
}

type ConsultationField = "body" | "heldOn" | "opinion" | "summary" | "documentUrl";

function RecordDialog({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(RecordConsultation, pick);
  const [key] = useState(() => crypto.randomUUID());
  const specs: readonly FieldSpec<ConsultationField>[] = [
    { name: "body", kind: "line", min: 2, max: 200 },
    { name: "heldOn", kind: "day" },
    { name: "opinion", kind: "choice", choices: OPINIONS.map((one) => [one, t(`staffOpinion.${one}`)] as const) },
    { name: "summary", kind: "text", min: 3, max: 4000 },
    { name: "documentUrl", kind: "url", optional: true, max: 500 },
  ];
  return (
    <FormDialog
      title={t("consultation.dialog", { name: sheet.name })}
      confirm={t("consultation.confirm")}
      words="consultation"
      specs={specs}
      act={act}
      variables={(typed) => ({
        input: {
          useCaseId: sheet.id,
          body: typed.body.trim(),
          heldOn: typed.heldOn,
          opinion: typed.opinion as StaffOpinion,
          summary: typed.summary.trim(),
          documentUrl: orNull(typed.documentUrl),
          idempotencyKey: key,
        },
      })}
      done={t("consultation.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("consultation.about")}</p>
    </FormDialog>
  );
}

const pick = (data: RecordConsultationData) => data.recordConsultation;
