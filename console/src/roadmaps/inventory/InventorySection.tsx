import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { NONE } from "../../i18n/format";
import { useFormat } from "../../i18n/use-format";
import { ExportButton } from "../../parts/ExportButton";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { type Column, Table } from "../../parts/Table";
import { Tag } from "../../parts/Tag";
import { useAbility } from "../../providers/use-person";
import { DependencyDialog } from "./DependencyDialog";
import { ScoreDialog } from "./ScoreDialog";
import { isOpen, type DependencyLineRow, type RoadmapSheet } from "../roadmap-states";

/** What the ministry depends on: a line a product, with its cost, its scores and its target. */
export function InventorySection({ sheet }: { readonly sheet: RoadmapSheet }) {
  const t = useTranslate();
  const [edited, setEdited] = useState<DependencyLineRow | "new" | null>(null);
  const [explained, setExplained] = useState<DependencyLineRow | null>(null);
  const mayWrite = useAbility("update", "Roadmap") && isOpen(sheet.state);
  const rows = sheet.content.dependencies;
  const columns = useInventoryColumns(rows, setExplained, mayWrite ? setEdited : undefined);
  return (
    <Section
      bare
      title={t("roadmaps.sheet.inventory")}
      aside={
        <>
          <ExportButton name="dependencies" columns={columns} rows={rows} />
          {mayWrite ? (
            <Button size="small" variant="contained" onClick={() => setEdited("new")}>
              <Plus className="icon" aria-hidden="true" />
              {t("roadmaps.add.dependency")}
            </Button>
          ) : null}
        </>
      }
    >
      {rows.length === 0 ? (
        <Empty title={t("roadmaps.noDependency")}>
          <p className="ink2">{t("roadmaps.noDependencyLead")}</p>
        </Empty>
      ) : (
        <Table caption={t("roadmaps.inventoryCaption")} columns={columns} rows={rows} rowKey={(row) => row.id} ruled />
      )}
      {edited === null ? null : (
        <DependencyDialog sheet={sheet} present={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
      {explained === null ? null : <ScoreDialog line={explained} onClose={() => setExplained(null)} />}
    </Section>
  );
}

function useInventoryColumns(
  rows: readonly DependencyLineRow[],
  onExplain: (row: DependencyLineRow) => void,
  onEdit: ((row: DependencyLineRow) => void) | undefined,
): readonly Column<DependencyLineRow>[] {
  const t = useTranslate();
  const format = useFormat();
  const total = rows.reduce((sum, row) => sum + row.annualCostEuros, 0);
  const marks = (row: DependencyLineRow): string =>
    row.criteria === null
      ? NONE
      : [row.criteria.immunity, row.criteria.substitutability, row.criteria.control].join(" · ");
  const why = (row: DependencyLineRow, text: string) =>
    row.score === null && row.criteria === null ? (
      text
    ) : (
      <button
        type="button"
        className="link nowrap"
        aria-label={t("roadmaps.score.explain", { text, name: row.product })}
        onClick={() => onExplain(row)}
      >
        {text}
      </button>
    );
  return [
    {
      id: "product",
      header: t("roadmaps.product"),
      cell: (row) => (
        <>
          {onEdit === undefined ? (
            row.product
          ) : (
            <button type="button" className="link" style={{ textAlign: "start" }} onClick={() => onEdit(row)}>
              {row.product}
            </button>
          )}
          {row.source === "" ? null : <div className="small ink2">{row.source}</div>}
        </>
      ),
      sortBy: (row) => row.product,
      csv: { header: "product", value: (row) => row.product },
      total: t("table.total"),
    },
    {
      id: "vendor",
      header: t("roadmaps.vendor"),
      cell: (row) => `${row.vendor} (${row.vendorCountry})`,
      sortBy: (row) => row.vendor,
      csv: { header: "vendor", value: (row) => row.vendor },
    },
    {
      id: "domain",
      header: t("roadmaps.domain"),
      cell: (row) => t(`dependencyDomain.${row.domain}`),
      sortBy: (row) => row.domain,
      csv: { header: "domain", value: (row) => row.domain },
    },
    {
      id: "cost",
      header: t("roadmaps.yearlyCost"),
      numeric: true,
      cell: (row) => format.euro(row.annualCostEuros, 0),
      sortBy: (row) => row.annualCostEuros,
      csv: { header: "annualCostEuros", value: (row) => row.annualCostEuros },
      total: format.euro(total, 0),
    },
    {
      id: "renewal",
      header: t("roadmaps.renewal"),
      cell: (row) => (row.renewalDate === null ? NONE : format.date(`${row.renewalDate}T12:00:00Z`)),
      sortBy: (row) => row.renewalDate,
      csv: { header: "renewalDate", value: (row) => row.renewalDate },
    },
    {
      id: "criteria",
      header: <span title={t("roadmaps.criteriaHint")}>{t("roadmaps.criteria")}</span>,
      cell: (row) => (row.criteria === null ? NONE : why(row, marks(row))),
      csv: { header: "criteria", value: marks },
    },
    {
      id: "seal",
      header: t("roadmaps.seal"),
      numeric: true,
      cell: (row) =>
        row.score === null ? NONE : why(row, `${String(row.score.seal)} (${format.decimal(row.score.score, 0)})`),
      sortBy: (row) => row.score?.seal ?? null,
      csv: { header: "seal", value: (row) => row.score?.seal ?? null },
    },
    {
      id: "target",
      header: t("roadmaps.target"),
      cell: (row) =>
        row.target === null ? <Tag state="warned">{t("roadmaps.noTarget")}</Tag> : t(`dependencyTarget.${row.target}`),
      sortBy: (row) => row.target,
      csv: { header: "target", value: (row) => row.target },
    },
  ];
}
