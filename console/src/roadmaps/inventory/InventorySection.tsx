import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { NONE } from "../../i18n/format";
import { useFormat } from "../../i18n/use-format";
import { ExportButton } from "../../parts/ExportButton";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { column } from "../../parts/column";
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
    column("product", t("roadmaps.product"), "product", (row) => row.product, {
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
      sorts: true,
      total: t("table.total"),
    }),
    column("vendor", t("roadmaps.vendor"), "vendor", (row) => row.vendor, {
      cell: (row) => `${row.vendor} (${row.vendorCountry})`,
      sorts: true,
    }),
    column("domain", t("roadmaps.domain"), "domain", (row) => row.domain, {
      show: (value) => t(`dependencyDomain.${value}`),
      sorts: true,
    }),
    column("cost", t("roadmaps.yearlyCost"), "annualCostEuros", (row) => row.annualCostEuros, {
      show: (value) => format.euro(value, 0),
      numeric: true,
      sorts: true,
      total: format.euro(total, 0),
    }),
    column("renewal", t("roadmaps.renewal"), "renewalDate", (row) => row.renewalDate, {
      show: (value) => (value === null ? NONE : format.date(`${value}T12:00:00Z`)),
      sorts: true,
    }),
    column("criteria", <span title={t("roadmaps.criteriaHint")}>{t("roadmaps.criteria")}</span>, "criteria", marks, {
      cell: (row) => (row.criteria === null ? NONE : why(row, marks(row))),
    }),
    column("seal", t("roadmaps.seal"), "seal", (row) => row.score?.seal ?? null, {
      cell: (row) =>
        row.score === null ? NONE : why(row, `${String(row.score.seal)} (${format.decimal(row.score.score, 0)})`),
      numeric: true,
      sorts: true,
    }),
    column("target", t("roadmaps.target"), "target", (row) => row.target, {
      show: (value) =>
        value === null ? <Tag state="warned">{t("roadmaps.noTarget")}</Tag> : t(`dependencyTarget.${value}`),
      sorts: true,
    }),
  ];
}
