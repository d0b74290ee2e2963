import { Button } from "@mui/material";
import { lazy, Suspense, useState } from "react";
import { useTranslate } from "react-admin";
import { Link, useParams, useSearchParams } from "react-router";
import { UseCase } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { Loading, QueryState } from "../parts/states";
import { Tabs } from "../parts/Tabs";
import { Tag } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";
import { ApplicationsSection } from "./ApplicationsSection";
import { CompletenessAside } from "./dossier/CompletenessAside";
import { DossierTab } from "./dossier/DossierTab";
import { ChangesSection } from "./ChangesSection";
import { EvidenceSection } from "./EvidenceSection";
import { FactsSection } from "./FactsSection";
import { HistorySection } from "./HistorySection";
import { LifeSteps } from "./LifeSteps";
import { lastDays } from "../parts/usage/usage-measures";
import { EvaluationsTab } from "./records/EvaluationsTab";
import { NoticesNote } from "./records/NoticesNote";
import { PortfolioTab } from "./records/PortfolioTab";
import type { Sheet } from "./sheet";
import { UseCaseBudgets } from "./UseCaseBudgets";
import { SuspensionActions } from "./SuspensionActions";
import { TransitionsSection } from "./TransitionsSection";
import { stateTag } from "../parts/use-cases/use-case-states";

const UseCaseCompliance = lazy(async () => ({
  default: (await import("../compliance/use-case/UseCaseCompliance")).UseCaseCompliance,
}));
const UseCaseUsage = lazy(async () => ({ default: (await import("./UseCaseUsage")).UseCaseUsage }));

const VIEWS = [
  "follow",
  "dossier",
  "evidence",
  "compliance",
  "evaluations",
  "portfolio",
  "keys",
  "budgets",
  "history",
] as const;
type View = (typeof VIEWS)[number];

/** One use case: where it stands, what it cost, what it still needs, its keys and its history. */
export function UseCaseShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const [period] = useState(() => lastDays(new Date()));
  const query = useOperation(UseCase, { id, ...period });
  return (
    <QueryState query={query}>
      {({ useCase }) =>
        useCase === null ? (
          <PageHead title={t("registry.notFound")} lead={t("registry.notFoundLead")} />
        ) : (
          <SheetPage sheet={useCase} period={period} />
        )
      }
    </QueryState>
  );
}

interface SheetProps {
  readonly sheet: Sheet;
  readonly period: { readonly from: string; readonly to: string };
}

/** The view lives in the address, so that a task or another page leads to it. */
function useView(): [View, (view: View) => void] {
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((one) => one === params.get("view")) ?? "follow";
  return [view, (next) => setParams(next === "follow" ? {} : { view: next }, { replace: true })];
}

function SheetPage({ sheet, period }: SheetProps) {
  const t = useTranslate();
  const [view, setView] = useView();
  useCrumbs([
    { label: t("menu.useCases"), to: "/use-cases" },
    {
      label: sheet.organisation.acronym ?? sheet.organisation.name,
      to: `/organisations/${sheet.organisation.id}/show`,
    },
    { label: sheet.name },
  ]);
  const expiring = sheet.applications.flatMap((app) => app.keys).filter((key) => key.status === "EXPIRING").length;
  return (
    <>
      <PageHead
        title={sheet.name}
        tags={
          <>
            <Tag state={stateTag(sheet.state)}>{t(`useCaseState.${sheet.state}`)}</Tag>
            {expiring > 0 ? <Tag state="expiring">{t("registry.keysExpire", { smart_count: expiring })}</Tag> : null}
          </>
        }
        lead={sheet.description}
        actions={
          <>
            <Button component={Link} variant="outlined" to={`/requests?useCase=${sheet.id}`}>
              {t("requests.seeAll")}
            </Button>
            <SuspensionActions sheet={sheet} />
          </>
        }
      />
      <LifeSteps sheet={sheet} />
      {sheet.mergedInto === null ? null : (
        <p className="note">
          <span>
            {t("registry.mergedInto")}{" "}
            <Link to={`/use-cases/${sheet.mergedInto.id}/show`}>{sheet.mergedInto.name}</Link>.
          </span>
        </p>
      )}
      <NoticesNote sheet={sheet} />
      <ChangesSection sheet={sheet} />
      <div className="tab-row">
        <Tabs
          label={t("registry.sheetViews")}
          current={view}
          onChange={setView}
          tabs={VIEWS.map((id) => ({ id, label: t(`registry.sheet.${id}`) }))}
        />
      </div>
      <div className="columns" style={{ "--aside": "416px" } as React.CSSProperties}>
        <div className="stack">
          {view === "follow" ? (
            <Suspense fallback={<Loading />}>
              <UseCaseUsage sheet={sheet} period={period} />
            </Suspense>
          ) : null}
          {view === "dossier" ? <DossierTab sheet={sheet} /> : null}
          {view === "evaluations" ? <EvaluationsTab sheet={sheet} /> : null}
          {view === "portfolio" ? <PortfolioTab sheet={sheet} /> : null}
          {view === "evidence" ? <EvidenceSection sheet={sheet} /> : null}
          {view === "compliance" ? (
            <Suspense fallback={<Loading />}>
              <UseCaseCompliance useCaseId={sheet.id} />
            </Suspense>
          ) : null}
          {view === "budgets" ? <UseCaseBudgets sheet={sheet} /> : null}
          {view === "history" ? <HistorySection sheet={sheet} /> : null}
          {view === "follow" || view === "keys" ? <ApplicationsSection sheet={sheet} /> : null}
        </div>
        <div className="stack">
          <TransitionsSection sheet={sheet} />
          {view === "dossier" ? null : <CompletenessAside sheet={sheet} onOpen={() => setView("dossier")} />}
          <FactsSection sheet={sheet} />
        </div>
      </div>
    </>
  );
}
