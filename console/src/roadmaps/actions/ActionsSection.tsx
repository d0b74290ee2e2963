import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { ExportButton } from "../../parts/ExportButton";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { Table } from "../../parts/Table";
import { useAbility } from "../../providers/use-person";
import { isOpen, takesProgress, type ActionRow, type RoadmapSheet } from "../roadmap-states";
import { ActionDialog } from "./ActionDialog";
import { ProgressDialog } from "./ProgressDialog";
import { useActionColumns } from "./use-action-columns";

/** What the ministry does, in the order it starts; what cannot go on says why. */
export function ActionsSection({ sheet }: { readonly sheet: RoadmapSheet }) {
  const t = useTranslate();
  const [edited, setEdited] = useState<ActionRow | "new" | null>(null);
  const [told, setTold] = useState<ActionRow | null>(null);
  const may = useAbility("update", "Roadmap");
  const mayWrite = may && isOpen(sheet.state);
  const rows = sheet.content.actions.toSorted((a, b) => a.start.localeCompare(b.start));
  const columns = useActionColumns(sheet, {
    onEdit: mayWrite ? setEdited : undefined,
    onProgress: may && takesProgress(sheet.state) ? setTold : undefined,
  });
  return (
    <Section
      bare
      title={t("roadmaps.sheet.actions")}
      aside={
        <>
          <ExportButton name="actions" columns={columns} rows={rows} />
          {mayWrite && sheet.content.dependencies.length > 0 ? (
            <Button size="small" variant="contained" onClick={() => setEdited("new")}>
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
      {edited === null ? null : (
        <ActionDialog sheet={sheet} present={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
      {told === null ? null : <ProgressDialog sheet={sheet} action={told} onClose={() => setTold(null)} />}
    </Section>
  );
}
