import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import type { RoadmapSheet } from "./roadmap-states";

type Event = RoadmapSheet["history"][number];

/** Every step of its life: when, from what to what, who, why. */
export function RoadmapHistory({ sheet }: { readonly sheet: RoadmapSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Event>[] = [
    { id: "at", header: t("registry.at"), cell: (event) => format.dateTime(event.at) },
    {
      id: "move",
      header: t("registry.move"),
      cell: (event) => `${t(`roadmapState.${event.from}`)} → ${t(`roadmapState.${event.to}`)}`,
    },
    { id: "reason", header: t("registry.reason"), cell: (event) => event.reason },
    { id: "by", header: t("registry.by"), cell: (event) => event.by },
  ];
  return (
    <Section bare title={t("roadmaps.sheet.history")}>
      {sheet.history.length === 0 ? (
        <Empty title={t("roadmaps.noHistory")} />
      ) : (
        <Table
          caption={t("roadmaps.historyCaption")}
          columns={columns}
          rows={[...sheet.history].reverse()}
          rowKey={(event) => `${event.at}-${event.to}`}
          ruled
        />
      )}
    </Section>
  );
}
