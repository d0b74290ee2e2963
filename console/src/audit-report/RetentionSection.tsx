import { useTranslate } from "react-admin";
import { Retention, type RetentionData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";

type Kept = RetentionData["retention"][number];

/** What does not stay for good: how long it is kept and why, the oldest of it, and what goes next. */
export function RetentionSection() {
  const t = useTranslate();
  const query = useOperation(Retention, {});
  const columns = useKeptColumns();
  return (
    <Section title={t("retention.title")} bare>
      <p className="ink2 small">{t("retention.lead")}</p>
      <QueryState query={query}>
        {({ retention }) =>
          retention.length === 0 ? (
            <p>{t("audit.notYou")}</p>
          ) : (
            <Table
              caption={t("retention.caption")}
              columns={columns}
              rows={retention}
              rowKey={({ table }) => table}
              compact
              ruled
            />
          )
        }
      </QueryState>
    </Section>
  );
}

function useKeptColumns(): readonly Column<Kept>[] {
  const t = useTranslate();
  const format = useFormat();
  const day = (at: string | null): string => (at === null ? NONE : format.date(at));
  return [
    {
      id: "what",
      header: t("retention.what"),
      cell: ({ table, why }) => (
        <>
          {t(`retention.table.${table}`, { _: table })}
          <span className="sub">{t(`retention.why.${table}`, { _: why })}</span>
        </>
      ),
    },
    {
      id: "months",
      header: t("retention.kept"),
      numeric: true,
      cell: ({ months }) => <span className="nowrap">{t("retention.months", { smart_count: months })}</span>,
      sortBy: ({ months }) => months,
    },
    {
      id: "never",
      header: t("retention.stays"),
      cell: ({ table, never }) => t(`retention.never.${table}`, { _: never }),
    },
    { id: "oldest", header: t("retention.oldest"), cell: ({ oldest }) => day(oldest), sortBy: ({ oldest }) => oldest },
    {
      id: "next",
      header: t("retention.next"),
      cell: ({ nextDropAt }) => day(nextDropAt),
      sortBy: ({ nextDropAt }) => nextDropAt,
    },
    {
      id: "due",
      header: t("retention.due"),
      cell: ({ due, unit }) =>
        due === 0 ? NONE : <StateWord state="waiting">{t(`retention.dueOf.${unit}`, { smart_count: due })}</StateWord>,
      sortBy: ({ due }) => due,
    },
  ];
}
