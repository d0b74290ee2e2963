import { useTranslate } from "react-admin";
import { useSearchParams } from "react-router";
import { ChangeList } from "./ChangeList";
import { MinistryTable } from "./MinistryTable";
import { PoolTable, RuleDifferences, RuleTable } from "./RuleTables";
import type { SimulationOutcome, SimulationSheet } from "../parts/rules/simulation-kinds";
import type { ChangeView } from "./change-view";

interface Props {
  readonly sheet: SimulationSheet;
  readonly outcome: SimulationOutcome;
}

/** Decisions that would change: by ministry, by rule, by pool, then use case by use case. */
export function ChangeTables({ sheet, outcome }: Props) {
  const t = useTranslate();
  const [params, setParams] = useSearchParams();
  const view = { kind: params.get("kind"), ministry: params.get("ministry"), rule: params.get("rule") };
  const narrow = (change: Partial<ChangeView>) => {
    const next = { ...view, ...change };
    const set = Object.entries(next).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
    setParams(new URLSearchParams(set.map(([name, value]) => [name, value])));
  };
  const show = (change: ChangeView) => {
    narrow(change);
    document.getElementById("simulated-changes")?.scrollIntoView();
  };
  return (
    <>
      <div className="columns wide-first">
        <MinistryTable outcome={outcome} onShow={show} />
        <div className="stack">
          <RuleDifferences outcome={outcome} />
          <RuleTable outcome={outcome} onShow={show} />
          <PoolTable outcome={outcome} />
        </div>
      </div>
      <ChangeList sheet={sheet} outcome={outcome} view={view} onNarrow={narrow} />
      <p className="small ink2">{t("simulations.limits")}</p>
    </>
  );
}
