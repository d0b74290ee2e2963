import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { type Column, Table } from "../parts/Table";
import { NONE } from "../i18n/format";
import type { Sheet } from "./sheet";

type Event = Sheet["history"][number];

/** Every move of its life cycle: when, from what to what, who, why. */
export function HistorySection({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Event>[] = [
    { id: "at", header: t("registry.at"), cell: (event) => format.dateTime(event.at) },
    {
      id: "move",
      header: t("registry.move"),
      cell: (event) =>
        event.from === null
          ? t(`useCaseState.${event.to}`)
          : `${t(`useCaseState.${event.from}`)} → ${t(`useCaseState.${event.to}`)}`,
    },
    { id: "reason", header: t("registry.reason"), cell: (event) => event.reason ?? NONE },
    { id: "by", header: t("registry.by"), cell: (event) => <span className="mono">{event.by.slice(0, 13)}</span> },
  ];
  return (
    <Section title={t("registry.sheet.history")}>
      <Table
        caption={t("registry.historyCaption")}
        columns={columns}
        rows={[...sheet.history].reverse()}
        rowKey={(event) => `${event.at}-${event.to}`}
      />
    </Section>
  );
}
