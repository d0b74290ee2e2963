import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { useAbility } from "../providers/use-person";
import { ActionDialog } from "./ActionDialog";
import { isOpen, type ActionRow, type RoadmapSheet } from "./roadmap-states";

const WORDS = { PLANNED: "plain", RUNNING: "waiting", DONE: "active", ABANDONED: "suspended" } as const;

/** What the ministry does, in the order it starts; what cannot go on says why. */
export function ActionsSection({ sheet }: { readonly sheet: RoadmapSheet }) {
  const t = useTranslate();
  const [adding, setAdding] = useState(false);
  const mayWrite = useAbility("update", "Roadmap") && isOpen(sheet.state);
  const rows = sheet.content.actions.toSorted((a, b) => a.start.localeCompare(b.start));
  const columns = useActionColumns(sheet);
  return (
    <Section
      bare
      title={t("roadmaps.sheet.actions")}
      aside={
        <>
          <ExportButton name="actions" columns={columns} rows={rows} />
          {mayWrite && sheet.content.dependencies.length > 0 ? (
            <Button size="small" variant="contained" onClick={() => setAdding(true)}>
              <Plus className="icon" aria-hidden="true" />
              {t("roadmaps.add.action")}
            </Button>
          ) : null}
        </>
      }
    >
      {rows.length === 0 ? (
        <Empty title={t("roadmaps.noAction")}>
          <p className="ink2">{t("roadmaps.noActionLead")}</p>
        </Empty>
      ) : (
        <Table caption={t("roadmaps.actionsCaption")} columns={columns} rows={rows} rowKey={(row) => row.id} ruled />
      )}
      {adding ? <ActionDialog sheet={sheet} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function useActionColumns(sheet: RoadmapSheet): readonly Column<ActionRow>[] {
  const t = useTranslate();
  const format = useFormat();
  const products = new Map(sheet.content.dependencies.map((line) => [line.id, line.product]));
  const day = (iso: string): string => format.date(`${iso}T12:00:00Z`);
  return [
    {
      id: "title",
      header: t("roadmaps.action"),
      cell: (row) => row.title,
      sortBy: (row) => row.title,
      csv: { header: "title", value: (row) => row.title },
    },
    {
      id: "product",
      header: t("roadmaps.product"),
      cell: (row) => products.get(row.dependencyId) ?? "",
      csv: { header: "product", value: (row) => products.get(row.dependencyId) ?? "" },
    },
    {
      id: "type",
      header: t("roadmaps.type"),
      cell: (row) => t(`roadmapActionType.${row.type}`),
      csv: { header: "type", value: (row) => row.type },
    },
    {
      id: "dates",
      header: t("roadmaps.dates"),
      cell: (row) => `${day(row.start)} – ${day(row.end)}`,
      sortBy: (row) => row.start,
      csv: { header: "start", value: (row) => row.start },
    },
    {
      id: "cost",
      header: t("roadmaps.oneOff"),
      numeric: true,
      cell: (row) => format.euro(row.oneOffCostEuros, 0),
      sortBy: (row) => row.oneOffCostEuros,
      csv: { header: "oneOffCostEuros", value: (row) => row.oneOffCostEuros },
    },
    {
      id: "delta",
      header: t("roadmaps.runDelta"),
      numeric: true,
      cell: (row) => format.euro(row.runDeltaEuros, 0),
      sortBy: (row) => row.runDeltaEuros,
      csv: { header: "runDeltaEuros", value: (row) => row.runDeltaEuros },
    },
    {
      id: "progress",
      header: t("roadmaps.progress"),
      cell: (row) => (
        <>
          <StateWord state={WORDS[row.progress]}>{t(`roadmapProgress.${row.progress}`)}</StateWord>
          {row.blockedBecause === null ? null : (
            <StateWord state="refused">{t(`roadmaps.why.${row.blockedBecause}`)}</StateWord>
          )}
        </>
      ),
      csv: { header: "progress", value: (row) => row.progress },
    },
  ];
}
