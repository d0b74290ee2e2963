import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { ModelCatalogue } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { ListBar } from "../parts/ListBar";
import { PageHead } from "../parts/PageHead";
import { Empty, NoResult, QueryState } from "../parts/states";
import { Table } from "../parts/Table";
import { useCursorList } from "../parts/use-cursor-list";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { useModelColumns } from "./model-columns";
import { foundModels, MODEL_VIEWS, type ModelView } from "./model-states";
import { ProposeModelDialog } from "./acts/ProposeModelDialog";

const VIEWS = Object.keys(MODEL_VIEWS) as readonly ModelView[];

/** The whole catalogue: what callers may name, where it comes from, and what is to end. */
export function ModelsPage() {
  const t = useTranslate();
  const format = useFormat();
  const [list, change] = useCursorList();
  const [proposing, setProposing] = useState(false);
  const may = useAbility("declare", "Model");
  const query = useOperation(ModelCatalogue, {});
  const columns = useModelColumns();
  const view = VIEWS.find((one) => one === list.view) ?? "all";
  const rows = foundModels(query.data?.models ?? [], view, list.search);
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
            <ExportButton name="models" columns={columns} rows={rows} />
            {propose}
          </>
        }
      />
      <ListBar
        label={t("models.views")}
        views={VIEWS.map((id) => ({ id, label: t(`models.view.${id}`) }))}
        view={view}
        onView={(one) => change({ view: one === "all" ? "" : one })}
        count={t("models.count", { smart_count: rows.length, count: format.integer(rows.length) })}
        searchLabel={t("models.search")}
        search={list.search}
        onSearch={(search) => change({ search })}
      />
      <QueryState query={query}>
        {({ models }) => {
          if (rows.length > 0)
            return <Table caption={t("models.caption")} columns={columns} rows={rows} rowKey={(row) => row.id} ruled />;
          if (models.length > 0)
            return (
              <NoResult
                filter={[list.search, view === "all" ? "" : t(`models.view.${view}`)].filter(Boolean).join(", ")}
                onClear={() => change({ search: "", view: "" })}
              />
            );
          return (
            <Empty title={t("models.empty")}>
              <p className="ink2">{t("models.emptyLead")}</p>
              {may ? (
                <Button size="small" variant="contained" onClick={() => setProposing(true)}>
                  {t("models.propose.verb")}
                </Button>
              ) : null}
            </Empty>
          );
        }}
      </QueryState>
      {proposing ? <ProposeModelDialog onClose={() => setProposing(false)} /> : null}
    </>
  );
}
