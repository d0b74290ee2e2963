import { Button } from "@mui/material";
import { RefreshCw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { useNavigate, useParams } from "react-router";
import {
  CancelSimulation,
  type CancelSimulationData,
  OpenSimulation,
  type OpenSimulationData,
  Simulation,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { Meter } from "../parts/Meter";
import { PageHead } from "../parts/PageHead";
import { RefusalNote } from "../parts/RefusalNote";
import { QueryState } from "../parts/states";
import { Tag } from "../parts/Tag";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility, usePerson } from "../providers/use-person";
import { ChangeTables } from "./ChangeTables";
import { CoverageSection } from "./CoverageSection";
import { simulationTag, type SimulationSheet } from "../parts/rules/simulation-kinds";
import { dayOf, subjectOf } from "./SimulationsPage";

const POLL_MS = 1000;

/** One simulation: what could be replayed first, then what would change, for whom and why. */
export function SimulationShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const [working, setWorking] = useState(true);
  const query = useOperation(Simulation, { id }, working ? { every: POLL_MS } : {});
  return (
    <QueryState query={query}>
      {({ simulation }) =>
        simulation === null ? (
          <PageHead title={t("simulations.notFound")} lead={t("registry.notFoundLead")} />
        ) : (
          <Sheet sheet={simulation} onWorking={setWorking} />
        )
      }
    </QueryState>
  );
}

interface SheetProps {
  readonly sheet: SimulationSheet;
  /** Told whether it still runs, so that the page asks again soon; what is over never changes. */
  readonly onWorking: (working: boolean) => void;
}

function Sheet({ sheet, onWorking }: SheetProps) {
  const t = useTranslate();
  const format = useFormat();
  const { outcome } = sheet;
  const working = sheet.state === "RUNNING";
  useEffect(() => onWorking(working), [working, onWorking]);
  useOpened(sheet);
  const title = t(subjectOf(sheet), { day: dayOf(sheet, format.date) });
  useCrumbs([{ label: t("menu.simulations"), to: "/simulations" }, { label: title }]);
  return (
    <>
      <PageHead
        title={title}
        tags={<Tag state={simulationTag(sheet.state)}>{t(`simulationState.${sheet.state}`)}</Tag>}
        lead={<Lead sheet={sheet} />}
        actions={<SheetActions sheet={sheet} />}
      />
      <Progress sheet={sheet} />
      {outcome === null ? null : (
        <>
          <CoverageSection sheet={sheet} outcome={outcome} />
          <ChangeTables sheet={sheet} outcome={outcome} />
        </>
      )}
    </>
  );
}

/** Tells the server that whoever may approve rules has this result before them. */
function useOpened({ id, state }: SimulationSheet) {
  const act = useAct(OpenSimulation, pickOpen);
  const mayApprove = useAbility("validate", "PolicyBundle");
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!mayApprove || state !== "DONE" || told.current === id) return;
    told.current = id;
    void act.run({ id });
  }, [id, state, mayApprove, act]);
}

function Lead({ sheet }: { readonly sheet: SimulationSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const { outcome, organisation } = sheet;
  const of = organisation === null ? "" : ` · ${organisation.name}`;
  if (outcome === null)
    return `${t("simulations.windowOf", { from: format.date(sheet.fromDay), to: format.date(sheet.toDay) })}${of}. ${t("simulations.nothingYet")}`;
  const { changed, coverage, kinds, servedThenRefused, differences } = outcome;
  const rules = differences.length === 0 ? "" : `${t("simulations.rulesChange", { smart_count: differences.length })} `;
  const values = { replayed: format.integer(coverage.replayed), changed: format.integer(changed) };
  if (changed === 0) return `${rules}${t("simulations.nothingChanges", values)}`;
  const refusals = { refused: format.integer(kinds.refused), served: format.integer(servedThenRefused) };
  return `${rules}${t("simulations.changes", { ...values, ...refusals })}`;
}

function SheetActions({ sheet }: { readonly sheet: SimulationSheet }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const mayAsk = (usePerson()?.abilities ?? []).includes("simulate:PolicyBundle");
  const again = new URLSearchParams({ from: sheet.fromDay, to: sheet.toDay });
  if (sheet.legalDay !== null) again.set("day", sheet.legalDay);
  if (sheet.candidateDigest !== sheet.activeDigest) again.set("candidate", sheet.candidateDigest);
  return (
    <>
      {sheet.state === "DONE"
        ? (["csv", "json"] as const).map((kind) => (
            <a key={kind} className="link" href={`/simulation-exports/${sheet.id}.${kind}`} download>
              {t("simulations.file", { kind: kind.toUpperCase() })}
            </a>
          ))
        : null}
      {mayAsk && sheet.state !== "RUNNING" ? (
        <Button onClick={() => void navigate(`/simulations/create?${again.toString()}`)}>
          <RefreshCw className="icon" aria-hidden="true" />
          {t("simulations.again")}
        </Button>
      ) : null}
    </>
  );
}

const pickOpen = (data: OpenSimulationData) => data.openSimulation;
const pickCancel = (data: CancelSimulationData) => data.cancelSimulation;

function Progress({ sheet }: { readonly sheet: SimulationSheet }) {
  const t = useTranslate();
  const cancel = useAct(CancelSimulation, pickCancel);
  const mayStop = (usePerson()?.abilities ?? []).includes("simulate:PolicyBundle");
  if (sheet.state === "FAILED")
    return (
      <p className="note error">
        {t("simulations.failed", {
          reason: t(`code.${(sheet.failure ?? "").replaceAll(".", "_")}`, { _: sheet.failure ?? "" }),
        })}
      </p>
    );
  if (sheet.state === "CANCELLED") return <p className="note">{t("simulations.cancelled")}</p>;
  if (sheet.state !== "RUNNING") return null;
  return (
    <>
      <RefusalNote refusal={cancel.refusal} failure={cancel.failure} />
      <div className="row" style={{ flexWrap: "wrap" }}>
        <p role="status" style={{ flex: "1 1 240px" }}>
          {t("simulations.running", { percent: Math.round(sheet.progress * 100) })}{" "}
          <Meter label={t("simulations.progress")} share={sheet.progress} />
        </p>
        {mayStop ? (
          <Button variant="outlined" onClick={() => void cancel.run({ id: sheet.id })}>
            {t("action.cancel")}
          </Button>
        ) : null}
      </div>
    </>
  );
}
