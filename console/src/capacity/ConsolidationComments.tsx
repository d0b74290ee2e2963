import { useTranslate } from "react-admin";
import { CommentOnConsolidation, type CommentOnConsolidationData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { CommentForm } from "../parts/form/CommentForm";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import type { ConsolidationSheet } from "./campaign-states";

type Comment = ConsolidationSheet["comments"]["edges"][number]["node"];

/** What those who see every ministry's figures remark on them, and a place to write another. */
export function ConsolidationComments({ sheet }: { readonly sheet: ConsolidationSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const act = useAct(CommentOnConsolidation, pick);
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
      {may ? <CommentForm act={act} variables={(body) => ({ input: { id: sheet.id, body } })} /> : null}
    </Section>
  );
}

const pick = (data: CommentOnConsolidationData) => data.commentOnConsolidation;
