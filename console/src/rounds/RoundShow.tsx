import { useState } from "react";
import { useTranslate } from "react-admin";
import { useParams } from "react-router";
import { AllocationRound } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { QueryState } from "../parts/states";
import { Tabs } from "../parts/Tabs";
import { Tag } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";
import { BringNeedsButton } from "./acts/BringNeedsDialog";
import { DecideButtons } from "./DecideButtons";
import { JobSection } from "./JobSection";
import { LinesSection } from "./LinesSection";
import { OpinionsSection } from "./OpinionsSection";
import { RightsSection } from "./RightsSection";
import { StepButtons } from "./StepButtons";
import { roundTag, type RoundSheet } from "./round-states";

const VIEWS = ["lines", "rights", "opinions"] as const;
type View = (typeof VIEWS)[number];

/** One round: who asked for what, what each is granted and why not more, who proposed and who voted. */
export function RoundShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const [working, setWorking] = useState(false);
  const query = useOperation(AllocationRound, { id }, working ? { every: 1_000 } : {});
  return (
    <QueryState query={query}>
      {(data) =>
        data.allocationRound === null ? (
          <PageHead title={t("rounds.notFound")} lead={t("registry.notFoundLead")} />
        ) : (
          <SheetPage sheet={{ ...data, round: data.allocationRound }} onWorking={setWorking} />
        )
      }
    </QueryState>
  );
}

interface Props {
  readonly sheet: RoundSheet;
  readonly onWorking: (working: boolean) => void;
}

function SheetPage({ sheet, onWorking }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const [view, setView] = useState<View>("lines");
  const { round } = sheet;
  useCrumbs([{ label: t("menu.rounds"), to: "/rounds" }, { label: round.title }]);
  return (
    <>
      <PageHead
        title={round.title}
        tags={<Tag state={roundTag(round.state)}>{t(`roundState.${round.state}`)}</Tag>}
        lead={t("rounds.sheetLead", {
          track: t(`roundTrack.${round.track}`),
          quarters: round.quarters.join(", "),
          effect: format.date(round.effectFrom),
        })}
        actions={
          <>
            <BringNeedsButton sheet={sheet} />
            <StepButtons sheet={sheet} />
            <DecideButtons sheet={sheet} />
          </>
        }
      />
      {round.decisionReason === null ? null : (
        <p className="ink2">
          {t("rounds.decided", {
            by: round.decidedBy ?? "",
            at: round.decidedAt === null ? "" : format.dateTime(round.decidedAt),
            reason: round.decisionReason,
          })}
        </p>
      )}
      <JobSection sheet={sheet} onWorking={onWorking} />
      <div className="tab-row">
        <Tabs
          label={t("rounds.sheetViews")}
          current={view}
          onChange={setView}
          tabs={VIEWS.map((one) => ({ id: one, label: t(`rounds.sheet.${one}`) }))}
        />
      </div>
      {view === "lines" ? <LinesSection sheet={sheet} /> : null}
      {view === "rights" ? <RightsSection sheet={sheet} /> : null}
      {view === "opinions" ? <OpinionsSection sheet={sheet} /> : null}
    </>
  );
}
