import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { OpinionButton } from "./acts/OpinionDialog";
import type { RoundSheet } from "./round-states";

type Opinion = RoundSheet["roundOpinions"][number];
const VERDICTS = { FAVOURABLE: "active", RESERVED: "expiring", UNFAVOURABLE: "refused" } as const;

/** What reviewers said, kept with the grant. */
export function OpinionsSection({ sheet }: { readonly sheet: RoundSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Opinion>[] = [
    { id: "at", header: t("registry.at"), cell: (row) => format.dateTime(row.at) },
    {
      id: "verdict",
      header: t("rounds.verdict"),
      cell: (row) => <StateWord state={VERDICTS[row.verdict]}>{t(`opinionVerdict.${row.verdict}`)}</StateWord>,
    },
    { id: "told", header: t("rounds.told"), cell: (row) => row.told },
    { id: "by", header: t("registry.by"), cell: (row) => row.by },
  ];
  return (
    <Section bare title={t("rounds.sheet.opinions")} aside={<OpinionButton sheet={sheet} />}>
      {sheet.roundOpinions.length === 0 ? (
        <Empty title={t("rounds.noOpinion")} />
      ) : (
        <Table
          caption={t("rounds.opinionsCaption")}
          columns={columns}
          rows={sheet.roundOpinions}
          rowKey={(row) => row.id}
          ruled
        />
      )}
    </Section>
  );
}
