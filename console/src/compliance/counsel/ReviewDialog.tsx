import { Button } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  MeetReviewCondition,
  type MeetReviewConditionData,
  type ReviewRow,
  UseCaseReview,
} from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import type { FieldSpec } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { type Column, Table } from "../../parts/Table";
import { StateWord, Tag } from "../../parts/Tag";
import { useAct } from "../../providers/use-act";
import { useOperation } from "../../providers/use-operation";
import { useAbility } from "../../providers/use-person";
import { REVIEW_TAG } from "../desk-state";
import { OfUseCase } from "../OfUseCase";
import { Facts, RecordDialog } from "../../parts/RecordDialog";

type Condition = ReviewRow["conditions"][number];
const PROOF: readonly FieldSpec<"proof">[] = [{ name: "proof", kind: "text", min: 3, max: 4000 }];

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** One opinion with its conditions, each met with a proof. */
export function ReviewDialog({ id, onClose }: Props) {
  const t = useTranslate();
  const review = useOperation(UseCaseReview, { id }).data?.useCaseReview;
  const [meeting, setMeeting] = useState<Condition | null>(null);
  if (review === undefined || review === null) return null;
  if (meeting !== null) return <MeetDialog review={review} condition={meeting} onClose={() => setMeeting(null)} />;
  return (
    <RecordDialog
      title={t("review.title", { name: review.useCase?.name ?? "" })}
      tag={<Tag state={REVIEW_TAG[review.opinion]}>{t(`reviewOpinion.${review.opinion}`)}</Tag>}
      words="review"
      acts={[]}
      onAct={() => undefined}
      onClose={onClose}
    >
      <Facts
        facts={[
          [t("desk.useCase"), <OfUseCase key="it" useCase={review.useCase} />],
          [t("registry.organisation"), review.organisation?.name ?? ""],
          [t("review.field.summary"), review.summary],
          [t("desk.state"), t(`reviewState.${review.state}`)],
        ]}
      />
      {review.conditions.length === 0 ? null : <Conditions review={review} onMeet={setMeeting} />}
    </RecordDialog>
  );
}

interface ConditionsProps {
  readonly review: ReviewRow;
  readonly onMeet: (condition: Condition) => void;
}

function Conditions({ review, onMeet }: ConditionsProps) {
  const t = useTranslate();
  const format = useFormat();
  const may = useAbility("update", "Review") && review.state === "OPEN";
  const columns: readonly Column<Condition>[] = [
    { id: "text", header: t("review.field.text"), cell: (row) => row.text },
    { id: "due", header: t("review.field.dueOn"), cell: (row) => format.date(row.dueOn) },
    {
      id: "state",
      header: t("desk.state"),
      cell: (row) => {
        if (row.metOn !== null)
          return <StateWord state="active">{t("review.metOn", { date: format.date(row.metOn) })}</StateWord>;
        return (
          <StateWord state={row.late ? "refused" : "waiting"}>{t(row.late ? "review.late" : "review.waits")}</StateWord>
        );
      },
    },
    {
      id: "act",
      header: t("table.acts"),
      cell: (row) =>
        row.metOn === null && may ? (
          <Button size="small" onClick={() => onMeet(row)}>
            {t("review.meet")}
            <span className="sr-only"> {row.text}</span>
          </Button>
        ) : (
          row.proof
        ),
    },
  ];
  return <Table caption={t("review.conditions")} columns={columns} rows={review.conditions} rowKey={(row) => row.id} />;
}

interface MeetProps {
  readonly review: ReviewRow;
  readonly condition: Condition;
  readonly onClose: () => void;
}

function MeetDialog({ review, condition, onClose }: MeetProps) {
  const t = useTranslate();
  const act = useAct(MeetReviewCondition, pick);
  const { id: reviewId, version } = review;
  return (
    <FormDialog
      title={t("review.meetTitle")}
      confirm={t("review.meet")}
      words="review"
      specs={PROOF}
      act={act}
      variables={({ proof }) => ({ input: { reviewId, version, conditionId: condition.id, proof: proof.trim() } })}
      done={t("review.meetDone")}
      onClose={onClose}
    >
      <p className="ink2">{condition.text}</p>
    </FormDialog>
  );
}

const pick = (data: MeetReviewConditionData) => data.meetReviewCondition;
