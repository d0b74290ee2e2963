import { Button } from "@mui/material";
import { type FormEvent, useState } from "react";
import { useTranslate } from "react-admin";
import {
  CommentOnSubmission,
  type CommentOnSubmissionData,
  type SubmissionCommentRow,
  type SubmissionTarget,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { Field } from "../parts/Field";
import { RefusalNote } from "../parts/RefusalNote";
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
      <CommentForm id={id} target={target} />
    </Section>
  );
}

function CommentForm({ id, target }: Pick<Props, "id" | "target">) {
  const t = useTranslate();
  const act = useAct(CommentOnSubmission, pick);
  const [body, setBody] = useState("");
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (body.trim() === "" || act.running) return;
    if ((await act.run({ input: { id, target, body: body.trim(), line: null, field: null } })) === null) return;
    setBody("");
    setTried(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className="form" style={{ marginTop: 16 }} noValidate onSubmit={submit}>
      <Field
        id="comment-body"
        label={t("submission.addComment")}
        error={tried && body.trim() === "" ? t("submission.emptyComment") : undefined}
      >
        {(attributes) => (
          <textarea {...attributes} rows={2} value={body} onChange={(event) => setBody(event.target.value)} />
        )}
      </Field>
      <Button type="submit" variant="outlined" size="small" aria-disabled={act.running}>
        {act.running ? t("action.sending") : t("submission.sendComment")}
      </Button>
      <RefusalNote refusal={act.refusal} failure={act.failure} />
    </form>
  );
}

const pick = (data: CommentOnSubmissionData) => data.commentOnSubmission;
