import { useLocaleState, useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { type Column, Table } from "../../parts/Table";
import { StateWord, type TagState } from "../../parts/Tag";
import type { ComplianceSheet } from "../desk-state";

type Duty = ComplianceSheet["aiActDuties"][number];

/** What the AI Act asks of this use case, and from which day. */
export function DutiesSection({ sheet }: { readonly sheet: ComplianceSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const [locale] = useLocaleState();
  const columns: readonly Column<Duty>[] = [
    { id: "what", header: t("duty.what"), cell: (row) => (locale === "fr" ? row.fr : row.en) },
    { id: "article", header: t("duty.article"), cell: (row) => row.article },
    { id: "from", header: t("duty.from"), cell: (row) => format.date(row.from) },
    {
      id: "state",
      header: t("desk.state"),
      cell: (row) => <StateWord state={dutyTag(row)}>{t(`duty.state.${dutyWord(row)}`)}</StateWord>,
    },
  ];
  return (
    <Section bare title={t("duty.title")}>
      {sheet.aiActDuties.length === 0 ? (
        <Empty title={t("duty.none")} />
      ) : (
        <Table
          caption={t("duty.caption")}
          columns={columns}
          rows={sheet.aiActDuties}
          rowKey={(row) => row.code}
          ruled
        />
      )}
    </Section>
  );
}

const dutyWord = ({ met, late }: Duty): "late" | "met" | "open" | "unknown" => {
  if (late) return "late";
  if (met === null) return "unknown";
  return met ? "met" : "open";
};
const TAGS = { late: "refused", met: "active", open: "expiring", unknown: "plain" } as const;
const dutyTag = (duty: Duty): TagState => TAGS[dutyWord(duty)];
