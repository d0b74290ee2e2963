import { Button } from "@mui/material";
import { lazy, Suspense, useState } from "react";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router";
import { UseCase } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { Loading, QueryState } from "../parts/states";
import { Tabs } from "../parts/Tabs";
import { Tag } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";
import { ApplicationsSection } from "./ApplicationsSection";
import { EvidenceSection } from "./EvidenceSection";
import { FactsSection } from "./FactsSection";
import { HistorySection } from "./HistorySection";
import { LifeSteps } from "./LifeSteps";
import { monthPeriod, recentMonths } from "../ledger/usage-measures";
import type { Sheet } from "./sheet";
import { UseCaseBudgets } from "./UseCaseBudgets";
import { SuspensionActions } from "./SuspensionActions";
import { TransitionsSection } from "./TransitionsSection";
import { stateTag } from "./use-case-states";

const UseCaseUsage = lazy(async () => ({ default: (await import("./UseCaseUsage")).UseCaseUsage }));

const VIEWS = ["follow", "evidence", "keys", "budgets", "history"] as const;
type View = (typeof VIEWS)[number];

/** One use case: where it stands, what it cost, what it still needs, its keys and its history. */
export function UseCaseShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const [period] = useState(() => monthPeriod(recentMonths(new Date(), 1)[0] ?? ""));
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

function SheetPage({ sheet, period }: SheetProps) {
  const t = useTranslate();
  const [view, setView] = useState<View>("follow");
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
          {view === "evidence" ? <EvidenceSection sheet={sheet} /> : null}
          {view === "budgets" ? <UseCaseBudgets sheet={sheet} /> : null}
          {view === "history" ? <HistorySection sheet={sheet} /> : null}
          {view === "follow" || view === "keys" ? <ApplicationsSection sheet={sheet} /> : null}
        </div>
        <div className="stack">
          <TransitionsSection sheet={sheet} />
          <FactsSection sheet={sheet} />
        </div>
      </div>
    </>
  );
}
