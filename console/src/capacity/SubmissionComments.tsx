import { useTranslate } from "react-admin";
import {
  CommentOnSubmission,
  type CommentOnSubmissionData,
  type SubmissionCommentRow,
  type SubmissionTarget,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { CommentForm } from "../parts/form/CommentForm";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { useAct } from "../providers/use-act";

interface Props {
  readonly id: string;
  readonly target: SubmissionTarget;
  readonly comments: readonly SubmissionCommentRow[];
}

/** Remarks on the versions, and a place to write another. */
export function SubmissionComments({ id, target, comments }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const act = useAct(CommentOnSubmission, pick);
  const columns: readonly Column<SubmissionCommentRow>[] = [
    { id: "at", header: t("registry.at"), cell: (row) => format.dateTime(row.at), sortBy: (row) => row.at },
    { id: "by", header: t("submission.by"), cell: (row) => row.by, sortBy: (row) => row.by },
    { id: "version", header: t("submission.version"), numeric: true, cell: (row) => row.version },
    {
      id: "where",
      header: t("submission.where"),
      cell: (row) => [row.line, row.field].filter(Boolean).join(", ") || t("submission.whole"),
    },
    { id: "body", header: t("submission.comment"), cell: (row) => row.body },
  ];
  return (
    <Section bare title={t("submission.comments")}>
      {comments.length === 0 ? (
        <Empty title={t("submission.noComment")} />
      ) : (
        <Table
          caption={t("submission.commentsCaption")}
          columns={columns}
          rows={comments}
          rowKey={(row) => row.id}
          ruled
        />
      )}
      <CommentForm act={act} variables={(body) => ({ input: { id, target, body, line: null, field: null } })} />
    </Section>
  );
}

const pick = (data: CommentOnSubmissionData) => data.commentOnSubmission;
