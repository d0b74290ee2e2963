import { useState } from "react";
import { useTranslate } from "react-admin";
import type { AssessmentKind } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { Section } from "../../parts/Section";
import { type Column, Table } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import { useAbility } from "../../providers/use-person";
import { AssessmentDialog } from "../assessments/AssessmentDialog";
import { DraftAssessmentDialog } from "../assessments/DraftAssessmentDialog";
import { ASSESSMENT_TAG, type ComplianceSheet } from "../desk-state";

type Status = ComplianceSheet["assessmentStatus"][number];

/** Each kind of assessment, how it stands today, and its editions. */
export function AssessmentStatusSection({ sheet }: { readonly sheet: ComplianceSheet }) {
  const t = useTranslate();
  const [drafting, setDrafting] = useState<AssessmentKind | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const columns = useColumns(setDrafting, setOpened);
  const last = sheet.assessmentStatus.find(({ kind }) => kind === drafting)?.editions[0];
  return (
    <Section bare title={t("assessment.status")}>
      <Table
        caption={t("assessment.statusCaption")}
        columns={columns}
        rows={sheet.assessmentStatus}
        rowKey={(row) => row.kind}
        ruled
      />
      {drafting === null ? null : (
        <DraftAssessmentDialog kind={drafting} useCaseId={sheet.id} from={last} onClose={() => setDrafting(null)} />
      )}
      {opened === null ? null : <AssessmentDialog id={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}

function useColumns(draft: (kind: AssessmentKind) => void, open: (id: string) => void): readonly Column<Status>[] {
  const t = useTranslate();
  const format = useFormat();
  const may = useAbility("update", "Assessment");
  return [
    { id: "kind", header: t("assessment.kindOf"), cell: (row) => t(`assessment.kind.${row.kind}`) },
    {
      id: "standing",
      header: t("desk.state"),
      cell: (row) => (
        <StateWord state={ASSESSMENT_TAG[row.standing]}>{t(`assessmentStanding.${row.standing}`)}</StateWord>
      ),
    },
    {
      id: "edition",
      header: t("assessment.edition"),
      cell: ({ editions: [last] }) =>
        last === undefined ? (
          ""
        ) : (
          <button type="button" className="link" onClick={() => open(last.id)}>
            {t("assessment.editionOf", {
              edition: last.edition,
              date: format.date(last.concludedAt ?? last.draftedAt),
            })}
          </button>
        ),
    },
    {
      id: "act",
      header: t("table.acts"),
      cell: (row) => (
        <ExplainedButton
          size="small"
          onClick={() => draft(row.kind)}
          disabledReason={may ? undefined : t("assessment.notYou.draft")}
        >
          {t("assessment.answer")}
          <span className="sr-only"> {t(`assessment.kind.${row.kind}`)}</span>
        </ExplainedButton>
      ),
    },
  ];
}
