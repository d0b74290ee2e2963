import { useTranslate } from "react-admin";
import type { SubmissionEventRow } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { type Column, Table } from "../parts/Table";

/** Every step and change, the latest first: when, who, why. */
export function SubmissionHistory({ events }: { readonly events: readonly SubmissionEventRow[] }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<SubmissionEventRow>[] = [
    { id: "at", header: t("registry.at"), cell: (row) => format.dateTime(row.at) },
    { id: "version", header: t("submission.version"), numeric: true, cell: (row) => row.version },
    {
      id: "move",
      header: t("registry.move"),
      cell: (row) => {
        if (row.from === null) return t("submission.created");
        if (row.from === row.to) return t("submission.edited");
        return `${t(`submissionState.${row.from}`)} → ${t(`submissionState.${row.to}`)}`;
      },
    },
    { id: "by", header: t("submission.by"), cell: (row) => row.by },
    { id: "reason", header: t("registry.reason"), cell: (row) => row.reason ?? NONE },
  ];
  return (
    <Section bare title={t("submission.history")}>
      <Table
        caption={t("submission.historyCaption")}
        columns={columns}
        rows={[...events].reverse()}
        rowKey={(row) => `${row.version}-${row.to}`}
        ruled
      />
    </Section>
  );
}
