import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { ModelCatalogue } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useWholeList } from "../parts/list/use-whole-list";
import { PageHead } from "../parts/PageHead";
import { Empty } from "../parts/states";
import { useAbility } from "../providers/use-person";
import { useModelColumns } from "./model-columns";
import { foundModels, MODEL_VIEWS, type ModelView } from "./model-states";
import { ProposeModelDialog } from "./acts/ProposeModelDialog";

const VIEWS = Object.keys(MODEL_VIEWS) as readonly ModelView[];

/** The whole catalogue: what callers may name, where it comes from, and what is to end. */
export function ModelsPage() {
  const t = useTranslate();
  const format = useFormat();
  const [proposing, setProposing] = useState(false);
  const may = useAbility("declare", "Model");
  const list = useWholeList({
    operation: ModelCatalogue,
    variables: {},
    pick: (data) => data.models,
    views: VIEWS,
    found: (models, view, search) => foundModels(models, view as ModelView, search),
  });
  const columns = useModelColumns();
  useCrumbs([{ label: t("menu.models") }]);
  const propose = (
    <ExplainedButton
      variant="contained"
      onClick={() => setProposing(true)}
      disabledReason={may ? undefined : t("models.propose.notYou")}
    >
      <Plus className="icon" aria-hidden="true" />
      {t("models.propose.verb")}
    </ExplainedButton>
  );
  return (
    <>
      <PageHead
        title={t("menu.models")}
        lead={t("models.lead")}
        actions={
          <>
            <ExportButton name="models" columns={columns} rows={list.rows} />
            {propose}
          </>
        }
      />
      <ListView
        list={list}
        caption={t("models.caption")}
        columns={columns}
        rowKey={(row) => row.id}
        views={{ label: t("models.views"), words: (view) => t(`models.view.${view}`) }}
        count={t("models.count", { smart_count: list.rows.length, count: format.integer(list.rows.length) })}
        search={t("models.search")}
        empty={
          <Empty title={t("models.empty")}>
            <p className="ink2">{t("models.emptyLead")}</p>
            {may ? (
              <Button size="small" variant="contained" onClick={() => setProposing(true)}>
                {t("models.propose.verb")}
              </Button>
            ) : null}
          </Empty>
        }
      />
      {proposing ? <ProposeModelDialog onClose={() => setProposing(false)} /> : null}
    </>
  );
}
