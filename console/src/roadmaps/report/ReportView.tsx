import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import {
  ConsolidateRoadmaps,
  type ConsolidateRoadmapsData,
  Organisations,
  RoadmapReports,
} from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { RefusalNote } from "../../parts/RefusalNote";
import { Empty, QueryState } from "../../parts/states";
import { useAct } from "../../providers/use-act";
import { useOperation } from "../../providers/use-operation";
import { useAbility } from "../../providers/use-person";
import { ReportTables } from "./ReportTables";

/** The latest consolidation of a year, and the act that computes another. */
export function ReportView({ year }: { readonly year: number }) {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(RoadmapReports, { year });
  return (
    <QueryState query={query}>
      {({ roadmapReports: [latest] }) =>
        latest === undefined ? (
          <Empty title={t("roadmaps.noReport")}>
            <p className="ink2">{t("roadmaps.noReportLead")}</p>
            <ConsolidateButton year={year} />
          </Empty>
        ) : (
          <>
            <div className="filters">
              <p className="ink2 small">
                {t("roadmaps.reportOf", { at: format.dateTime(latest.computedAt) })}{" "}
                <span className="mono">{latest.inputDigest.slice(0, 16)}</span>
              </p>
              <ConsolidateButton year={year} />
            </div>
            <ReportTables figures={latest.report} months={latest.windowMonths} />
          </>
        )
      }
    </QueryState>
  );
}

function ConsolidateButton({ year }: { readonly year: number }) {
  const t = useTranslate();
  const may = useAbility("review", "Roadmap");
  const organisations = useOperation(Organisations, { at: null }, { enabled: may });
  const act = useAct(ConsolidateRoadmaps, pick);
  const state = organisations.data?.organisations.find((one) => one.parentId === null);
  if (!may || state === undefined) return null;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-disabled={act.running}
        onClick={() => void act.run({ stateId: state.id, year })}
      >
        {act.running ? t("action.sending") : t("roadmaps.consolidate", { year })}
      </Button>
      <RefusalNote refusal={act.refusal} failure={act.failure} />
    </>
  );
}

const pick = (data: ConsolidateRoadmapsData) => data.consolidateRoadmaps;
