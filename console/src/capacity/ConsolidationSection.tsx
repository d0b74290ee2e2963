import { Button } from "@mui/material";
import { useState } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import {
  CancelConsolidation,
  Consolidation,
  type CancelConsolidationData,
  Consolidations,
  type ConsolidationsData,
  RequestConsolidation,
  type RequestConsolidationData,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { Meter } from "../parts/Meter";
import { RefusalNote } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { Tag, type TagState } from "../parts/Tag";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import type { CampaignSheet } from "./campaign-states";
import { ConsolidationActs } from "./ConsolidationActs";
import { ConsolidationComments } from "./ConsolidationComments";
import { ConsolidationFigures } from "./ConsolidationFigures";
import { FileLinks } from "./FileLinks";

type Run = ConsolidationsData["consolidations"][number];

const POLL_MS = 1_000;
const TAGS: Readonly<Record<Run["state"], TagState>> = {
  COMPUTING: "waiting",
  COMPUTED: "waiting",
  REVIEWED: "waiting",
  PUBLISHED: "active",
  FAILED: "refused",
  CANCELLED: "suspended",
};

/** The campaign added up: the computations that were asked for, and the figures of one of them. */
export function ConsolidationSection({ sheet }: { readonly sheet: CampaignSheet }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  const query = useOperation(Consolidations, { campaignId: sheet.id });
  const computing = query.data?.consolidations.some(({ state }) => state === "COMPUTING") ?? false;
  useOperation(Consolidations, { campaignId: sheet.id }, { every: POLL_MS, enabled: computing });
  return (
    <QueryState query={query}>
      {({ consolidations }) => {
        const run = consolidations.find(({ id }) => id === chosen) ?? consolidations[0];
        return run === undefined ? (
          <Empty title={t("consolidation.none")}>
            <p className="ink2">{t("consolidation.noneLead")}</p>
            <RequestButton campaignId={sheet.id} />
          </Empty>
        ) : (
          <>
            <RunBar runs={consolidations} run={run} campaignId={sheet.id} onChoose={setChosen} />
            {run.computedAt === null ? null : <Figures id={run.id} />}
          </>
        );
      }}
    </QueryState>
  );
}

interface BarProps {
  readonly runs: readonly Run[];
  readonly run: Run;
  readonly campaignId: string;
  readonly onChoose: (id: string) => void;
}

function RunBar({ runs, run, campaignId, onChoose }: BarProps) {
  const t = useTranslate();
  const format = useFormat();
  const cancel = useAct(CancelConsolidation, pickCancelled);
  const stop = () => void cancel.run({ input: { id: run.id, expectedVersion: run.version, reason: null } });
  return (
    <Section title={t("consolidation.title")} aside={<RequestButton campaignId={campaignId} />}>
      <p className="row" style={{ flexWrap: "wrap", paddingBlock: 8 }} aria-live="polite">
        <Tag state={TAGS[run.state]}>{t(`consolidationState.${run.state}`)}</Tag>
        <label className="small" htmlFor="consolidation-run">
          {t("consolidation.which")}
        </label>
        <select
          id="consolidation-run"
          className="input choice"
          value={run.id}
          onChange={(event) => onChoose(event.target.value)}
        >
          {runs.map((one) => (
            <option key={one.id} value={one.id}>
              {format.dateTime(one.requestedAt)}
            </option>
          ))}
        </select>
        {run.state === "COMPUTING" ? (
          <Button size="small" aria-disabled={cancel.running} onClick={stop}>
            {t("consolidation.cancel")}
          </Button>
        ) : null}
      </p>
      {run.state === "COMPUTING" ? (
        <Meter label={t("consolidation.progress", { share: format.percent(run.progress, 0) })} share={run.progress} />
      ) : null}
      {run.failure === null ? null : <p className="strong">{run.failure}</p>}
      <RefusalNote refusal={cancel.refusal} failure={cancel.failure} />
    </Section>
  );
}

function RequestButton({ campaignId }: { readonly campaignId: string }) {
  const t = useTranslate();
  const may = useAbility("manage", "Consolidation");
  const act = useAct(RequestConsolidation, pickRequested);
  if (!may) return null;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-disabled={act.running}
        onClick={() => (act.running ? undefined : void act.run({ campaignId }))}
      >
        {act.running ? t("action.sending") : t("consolidation.request")}
      </Button>
      <RefusalNote refusal={act.refusal} failure={act.failure} />
    </>
  );
}

function Figures({ id }: { readonly id: string }) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const query = useOperation(Consolidation, { id });
  return (
    <QueryState query={query}>
      {({ consolidation }) =>
        consolidation === null ? (
          <Empty title={t("code.consolidation_not_found")} />
        ) : (
          <>
            <p className="row" style={{ flexWrap: "wrap" }}>
              <ConsolidationActs sheet={consolidation} />
              <FileLinks path={`/capacity/consolidations/${id}`} formats={["xlsx", "csv", "json"]} />
              <a
                className="link small"
                href={`/capacity/consolidations/${id}.html?lang=${locale}`}
                target="_blank"
                rel="noreferrer"
              >
                {t("consolidation.print")}
              </a>
            </p>
            <ConsolidationFigures sheet={consolidation} />
            <ConsolidationComments sheet={consolidation} />
          </>
        )
      }
    </QueryState>
  );
}

const pickCancelled = (data: CancelConsolidationData) => data.cancelConsolidation;
const pickRequested = (data: RequestConsolidationData) => data.requestConsolidation;
