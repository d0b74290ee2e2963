import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { type ReviewRow, UseCaseReviews } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { column } from "../../parts/column";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import { useAbility } from "../../providers/use-person";
import { REVIEW_TAG } from "../desk-state";
import { DeskFrame } from "../DeskFrame";
import { DeskList, useDeskList } from "../DeskList";
import { useOpened } from "../../parts/list/use-opened";
import { ReviewDialog } from "./ReviewDialog";
import { ReviewUseCaseDialog } from "./ReviewUseCaseDialog";

const STATES = ["OPEN", "SETTLED", "SUPERSEDED"];

/** What the compliance cell thinks of use cases, conditions that come due first. */
export function ReviewsTab() {
  const t = useTranslate();
  const [opened, open] = useOpened();
  const list = useDeskList({
    operation: UseCaseReviews,
    pick: (data) => data.useCaseReviews,
    sort: "DUE",
    states: STATES,
  });
  const [giving, setGiving] = useState(false);
  const may = useAbility("review", "Review");
  const columns = useColumns(open);
  return (
    <DeskFrame
      tab="reviews"
      exported={{ columns, list }}
      actions={
        <ExplainedButton
          variant="contained"
          onClick={() => setGiving(true)}
          disabledReason={may ? undefined : t("review.notYou")}
        >
          <Plus className="icon" aria-hidden="true" />
          {t("review.give")}
        </ExplainedButton>
      }
    >
      <DeskList tab="reviews" list={list} stateWords="reviewState" columns={columns} rowKey={(row) => row.id} />
      {giving ? <ReviewUseCaseDialog onClose={() => setGiving(false)} /> : null}
      {opened === null ? null : <ReviewDialog id={opened} onClose={() => open(null)} />}
    </DeskFrame>
  );
}

function useColumns(open: (id: string) => void): readonly Column<ReviewRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("useCase", t("desk.useCase"), "use_case", (row) => row.useCase?.name ?? null, {
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.useCase?.name ?? t("desk.unseen")}
        </button>
      ),
    }),
    column("body", t("registry.organisation"), "organisation", (row) => row.organisation?.name ?? null, {
      cell: (row) => row.organisation?.acronym ?? row.organisation?.name,
    }),
    column("opinion", t("review.field.opinion"), "opinion", (row) => row.opinion, {
      show: (value) => <StateWord state={REVIEW_TAG[value]}>{t(`reviewOpinion.${value}`)}</StateWord>,
    }),
    column(
      "waiting",
      t("review.waiting"),
      "conditions_waiting",
      (row) => row.conditions.filter(({ metOn }) => metOn === null).length,
      {
        cell: (row) =>
          t("review.metOf", {
            met: row.conditions.filter(({ metOn }) => metOn !== null).length,
            all: row.conditions.length,
          }),
      },
    ),
    column("at", t("review.at"), "reviewed_at", (row) => row.reviewedAt, { show: format.date }),
  ];
}
