import { useTranslate } from "react-admin";
import { DerogationNotices, type DerogationNoticesData } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { Section } from "../../parts/Section";
import { Empty, QueryState } from "../../parts/states";
import { type Column, Table } from "../../parts/Table";
import { useOperation } from "../../providers/use-operation";

type Notice = DerogationNoticesData["derogationNotices"]["edges"][number]["node"];

/** What everybody may read of granted derogations. */
export function NoticesSection() {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(DerogationNotices, { first: 50, after: null });
  const columns: readonly Column<Notice>[] = [
    { id: "body", header: t("registry.organisation"), cell: (row) => row.body },
    { id: "useCase", header: t("desk.useCase"), cell: (row) => row.useCase },
    { id: "rule", header: t("derogation.field.rule"), cell: (row) => <span className="mono">{row.rule}</span> },
    {
      id: "notice",
      header: t("derogation.field.notice"),
      cell: (row) => (row.noticeUrl === null ? row.notice : <a href={row.noticeUrl}>{row.notice}</a>),
    },
    {
      id: "until",
      header: t("derogation.field.endsOn"),
      cell: (row) =>
        row.revokedAt === null
          ? format.date(row.endsOn)
          : t("derogation.revokedOn", { date: format.date(row.revokedAt) }),
    },
  ];
  return (
    <Section bare title={t("derogation.notices")}>
      <QueryState query={query}>
        {({ derogationNotices }) => {
          const rows = derogationNotices.edges.map(({ node }) => node);
          return rows.length === 0 ? (
            <Empty title={t("derogation.noNotice")} />
          ) : (
            <Table
              caption={t("derogation.noticesCaption")}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.derogationId}
              ruled
            />
          );
        }}
      </QueryState>
    </Section>
  );
}
