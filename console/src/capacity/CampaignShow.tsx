import { Button } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { Campaign, CampaignDeclarations, CreateDeclaration, type CreateDeclarationData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { RefusalNote } from "../parts/RefusalNote";
import { QueryState } from "../parts/states";
import { Tabs } from "../parts/Tabs";
import { Tag } from "../parts/Tag";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility, usePerson } from "../providers/use-person";
import { CampaignActs } from "./CampaignActs";
import { CompletenessSection } from "./CompletenessSection";
import { campaignTag, type CampaignSheet } from "./campaign-states";
import { ConsolidationSection } from "./ConsolidationSection";
import { FindingsSection } from "./FindingsSection";
import { ImportSection } from "./ImportSection";
import { NeedsSection } from "./NeedsSection";

const VIEWS = ["progress", "needs", "files", "findings", "consolidation"] as const;
type View = (typeof VIEWS)[number];

/** One campaign: who answered what, and what follows from it. */
export function CampaignShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const query = useOperation(Campaign, { id });
  return (
    <QueryState query={query}>
      {({ campaign }) =>
        campaign === null ? (
          <PageHead title={t("campaigns.notFound")} lead={t("registry.notFoundLead")} />
        ) : (
          <SheetPage sheet={campaign} />
        )
      }
    </QueryState>
  );
}

interface SheetProps {
  readonly sheet: CampaignSheet;
}

function SheetPage({ sheet }: SheetProps) {
  const t = useTranslate();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((one) => one === params.get("view")) ?? "progress";
  const setView = (next: View) => setParams(next === "progress" ? {} : { view: next }, { replace: true });
  useCrumbs([{ label: t("menu.campaigns"), to: "/campaigns" }, { label: sheet.name }]);
  return (
    <>
      <PageHead
        title={sheet.name}
        tags={<Tag state={campaignTag(sheet.state)}>{t(`campaignState.${sheet.state}`)}</Tag>}
        lead={t("campaigns.dates", {
          from: format.date(sheet.opensAt),
          to: format.date(sheet.closesAt),
          smart_count: sheet.daysLeft,
        })}
        actions={
          <>
            <BeginDeclaration sheet={sheet} />
            <CampaignActs sheet={sheet} />
          </>
        }
      />
      <div className="tab-row">
        <Tabs
          label={t("campaigns.views")}
          current={view}
          onChange={setView}
          tabs={VIEWS.map((one) => ({ id: one, label: t(`campaigns.view.${one}`) }))}
        />
      </div>
      <div className="stack">
        {view === "progress" ? <CompletenessSection sheet={sheet} /> : null}
        {view === "needs" ? <NeedsSection sheet={sheet} /> : null}
        {view === "files" ? <ImportSection sheet={sheet} /> : null}
        {view === "findings" ? <FindingsSection sheet={sheet} /> : null}
        {view === "consolidation" ? <ConsolidationSection sheet={sheet} /> : null}
      </div>
    </>
  );
}

/** Begins one's own ministry's declaration, when it has none. */
function BeginDeclaration({ sheet }: SheetProps) {
  const t = useTranslate();
  const navigate = useNavigate();
  const may = useAbility("declare", "CapacityDeclaration");
  const act = useAct(CreateDeclaration, pick);
  const [key] = useState(() => crypto.randomUUID());
  const ministry = usePerson()?.memberships.find((one) => one.role === "DECLARANT")?.organisation;
  const asked = may && ministry !== undefined && sheet.state === "OPEN";
  const own = useOperation(
    CampaignDeclarations,
    { campaignId: sheet.id, organisationId: ministry?.id ?? null, first: 1, after: null },
    { enabled: asked },
  );
  if (!asked || own.data === undefined || own.data.capacityDeclarations.edges.length > 0) return null;
  const begin = async () => {
    const input = { campaignId: sheet.id, organisationId: ministry.id, idempotencyKey: key };
    const done = await act.run({ input });
    if (done !== null) await navigate(`/declarations/${done.id}/show`);
  };
  return (
    <>
      <Button variant="contained" aria-disabled={act.running} onClick={() => void begin()}>
        {t("campaigns.begin")}
      </Button>
      <RefusalNote refusal={act.refusal} failure={act.failure} />
    </>
  );
}

const pick = (data: CreateDeclarationData) => data.createCapacityDeclaration;
