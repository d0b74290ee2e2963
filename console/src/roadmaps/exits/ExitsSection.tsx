import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { ExportButton } from "../../parts/ExportButton";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { Table } from "../../parts/Table";
import { useAbility } from "../../providers/use-person";
import { isOpen, takesProgress, type ExitPlanRow, type RoadmapSheet } from "../roadmap-states";
import { ExerciseDialog } from "./ExerciseDialog";
import { ExerciseTable } from "./ExerciseTable";
import { ExitPlanDialog } from "./ExitPlanDialog";
import { linesWithoutExit } from "./exit-form";
import { useExitColumns } from "./use-exit-columns";

/** How one would leave each product, and each time that was tried. */
export function ExitsSection({ sheet }: { readonly sheet: RoadmapSheet }) {
  const t = useTranslate();
  const [edited, setEdited] = useState<ExitPlanRow | "new" | null>(null);
  const [tried, setTried] = useState<ExitPlanRow | null>(null);
  const may = useAbility("update", "Roadmap");
  const mayWrite = may && isOpen(sheet.state);
  const products = new Map(sheet.content.dependencies.map((line) => [line.id, line.product]));
  const columns = useExitColumns(products, {
    onEdit: mayWrite ? setEdited : undefined,
    onExercise: may && takesProgress(sheet.state) ? setTried : undefined,
  });
  const plans = sheet.content.exitPlans;
  return (
    <>
      <Section
        bare
        title={t("roadmaps.sheet.exits")}
        aside={
          <>
            <ExportButton name="exit-plans" columns={columns} rows={plans} />
            {mayWrite && linesWithoutExit(sheet.content).length > 0 ? (
              <Button size="small" variant="contained" onClick={() => setEdited("new")}>
                <Plus className="icon" aria-hidden="true" />
                {t("roadmaps.add.exit")}
              </Button>
            ) : null}
          </>
        }
      >
        {plans.length === 0 ? (
          <Empty title={t("roadmaps.noExit")}>
            <p className="ink2">{t("roadmaps.noExitLead")}</p>
          </Empty>
        ) : (
          <Table caption={t("roadmaps.exitsCaption")} columns={columns} rows={plans} rowKey={(plan) => plan.id} ruled />
        )}
        {edited === null ? null : (
          <ExitPlanDialog sheet={sheet} present={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
        )}
        {tried === null ? null : (
          <ExerciseDialog
            sheet={sheet}
            plan={tried}
            product={products.get(tried.dependencyId) ?? ""}
            onClose={() => setTried(null)}
          />
        )}
      </Section>
      <ExerciseTable plans={plans} products={products} />
    </>
  );
}
