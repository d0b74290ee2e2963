import { useState } from "react";
import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { type Column, Table } from "../../parts/Table";
import { Tag } from "../../parts/Tag";
import { useAbility } from "../../providers/use-person";
import { CRITERIA } from "../../selection/criteria";
import { ScoreDialog } from "../../selection/ScoreDialog";
import type { Sheet, Records } from "../sheet";

type Score = Records["selectionScores"][number];

/** Every mark that the AI cell gave, newest first; the last final one stands. */
export function ScoresSection({ sheet, scores }: { readonly sheet: Sheet; readonly scores: readonly Score[] }) {
  const t = useTranslate();
  const [scoring, setScoring] = useState(false);
  const may = useAbility("select", "UseCase");
  const standing = scores.findLast(({ state }) => state === "FINAL")?.id;
  const columns = useScoreColumns(standing);
  return (
    <Section
      bare
      title={t("scores.title")}
      aside={
        <ExplainedButton
          size="small"
          variant="outlined"
          onClick={() => setScoring(true)}
          disabledReason={may ? undefined : t("selection.score.notYou")}
        >
          {t("selection.score.again")}
        </ExplainedButton>
      }
    >
      {scores.length === 0 ? (
        <Empty title={t("scores.none")}>
          <p className="ink2">{t("scores.noneLead")}</p>
        </Empty>
      ) : (
        <Table
          caption={t("scores.caption")}
          columns={columns}
          rows={scores.toReversed()}
          rowKey={(score) => score.id}
          ruled
        />
      )}
      {scoring ? <ScoreDialog useCase={sheet} onClose={() => setScoring(false)} /> : null}
    </Section>
  );
}

function useScoreColumns(standing: string | undefined): readonly Column<Score>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    {
      id: "at",
      header: t("registry.at"),
      cell: (score) => (
        <>
          {format.date(score.scoredAt)} {score.id === standing ? <Tag state="active">{t("scores.stands")}</Tag> : null}
          {score.state === "DRAFT" ? <Tag state="plain">{t("scores.draft")}</Tag> : null}
        </>
      ),
    },
    ...CRITERIA.map((criterion): Column<Score> => ({
      id: criterion,
      header: t(`criterion.${criterion}`),
      numeric: true,
      cell: (score) => t("scores.mark", { mark: score.marks[criterion] }),
    })),
    { id: "rationale", header: t("selection.field.rationale"), cell: (score) => score.rationale },
  ];
}
