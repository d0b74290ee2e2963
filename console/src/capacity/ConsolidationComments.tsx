import { Button } from "@mui/material";
import { type FormEvent, useState } from "react";
import { useTranslate } from "react-admin";
import { CommentOnConsolidation, type CommentOnConsolidationData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { Field } from "../parts/Field";
import { RefusalNote } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import type { ConsolidationSheet } from "./ConsolidationSection";

type Comment = ConsolidationSheet["comments"]["edges"][number]["node"];

/** What those who see every ministry's figures remark on them, and a place to write another. */
export function ConsolidationComments({ sheet }: { readonly sheet: ConsolidationSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const may = useAbility("comment", "Consolidation");
  const rows = sheet.comments.edges.map(({ node }) => node);
  const columns: readonly Column<Comment>[] = [
    { id: "at", header: t("registry.at"), cell: (row) => format.dateTime(row.at), sortBy: (row) => row.at },
    { id: "by", header: t("submission.by"), cell: (row) => row.by, sortBy: (row) => row.by },
    { id: "body", header: t("submission.comment"), cell: (row) => row.body },
  ];
  if (!may && rows.length === 0) return null;
  return (
    <Section bare title={t("submission.comments")}>
      {rows.length === 0 ? (
        <Empty title={t("submission.noComment")} />
      ) : (
        <Table caption={t("submission.commentsCaption")} columns={columns} rows={rows} rowKey={(row) => row.id} ruled />
      )}
      {may ? <CommentForm id={sheet.id} /> : null}
    </Section>
  );
}

function CommentForm({ id }: { readonly id: string }) {
  const t = useTranslate();
  const act = useAct(CommentOnConsolidation, pick);
  const [body, setBody] = useState("");
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (body.trim() === "" || act.running) return;
    if ((await act.run({ input: { id, body: body.trim() } })) === null) return;
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
        id="consolidation-comment"
        label={t("submission.addComment")}
        error={tried && body.trim() === "" ? t("submission.emptyComment") : undefined}
      >
        {(attributes) => (
          <textarea {...attributes} rows={2} value={body} onChange={(event) => setBody(event.target.value)} />
        )}
      </Field>
      <Button type="submit" variant="outlined" aria-disabled={act.running}>
        {act.running ? t("action.sending") : t("submission.sendComment")}
      </Button>
      <RefusalNote refusal={act.refusal} failure={act.failure} />
    </form>
  );
}

const pick = (data: CommentOnConsolidationData) => data.commentOnConsolidation;
