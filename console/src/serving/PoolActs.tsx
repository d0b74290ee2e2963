import { useState } from "react";
import { useTranslate } from "react-admin";
import type { PoolSheet } from "../allocation/pool-sheet";
import {
  LiftPoolVeto,
  type LiftPoolVetoData,
  SetPoolActivity,
  type SetPoolActivityData,
  VetoPool,
  type VetoPoolData,
} from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import { type Act, useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";

type ActName = "open" | "close" | "veto" | "lift";

/** What opens or closes a pool to requests: ARIANE's switch, the veto of the compliance cell. */
export function PoolActs({ pool }: { readonly pool: PoolSheet }) {
  const t = useTranslate();
  const [asked, setAsked] = useState<ActName | null>(null);
  const operator = useAbility("manage", "Pool");
  const may: Readonly<Record<ActName, boolean>> = {
    open: operator,
    close: operator,
    veto: useAbility("suspend", "Pool"),
    lift: useAbility("resume", "Pool"),
  };
  const activity = useAct(SetPoolActivity, (data: SetPoolActivityData) => data.setPoolActivity);
  const veto = useAct(VetoPool, (data: VetoPoolData) => data.vetoPool);
  const lift = useAct(LiftPoolVeto, (data: LiftPoolVetoData) => data.liftPoolVeto);
  const acts: readonly ActName[] = pool.veto === null ? [pool.active ? "close" : "open", "veto"] : ["open", "lift"];
  const whyNot = (act: ActName): string | undefined => {
    if (!may[act]) return t(`pools.notYou.${act}`);
    return act === "open" && pool.veto !== null ? t("pools.vetoed", { reason: pool.veto.reason }) : undefined;
  };
  const dialog = { pool, onClose: () => setAsked(null) };
  return (
    <>
      {acts.map((act) => (
        <ExplainedButton
          key={act}
          variant="outlined"
          className={act === "close" || act === "veto" ? "danger" : undefined}
          onClick={() => setAsked(act)}
          disabledReason={whyNot(act)}
        >
          {t(`pools.act.${act}`)}
        </ExplainedButton>
      ))}
      {asked === "open" || asked === "close" ? (
        <ReasonDialog {...dialog} name={asked} act={activity} beside={{ active: asked === "open" }} />
      ) : null}
      {asked === "veto" ? <ReasonDialog {...dialog} name="veto" act={veto} beside={{}} /> : null}
      {asked === "lift" ? <ReasonDialog {...dialog} name="lift" act={lift} beside={{}} /> : null}
    </>
  );
}

interface Props<Beside> {
  readonly pool: PoolSheet;
  readonly name: ActName;
  readonly act: Act<{ readonly id: string; readonly reason: string } & Beside, unknown>;
  readonly beside: Beside;
  readonly onClose: () => void;
}

/** Asks for the reason, after what the act does. */
function ReasonDialog<Beside extends object>({ pool, name, act, beside, onClose }: Props<Beside>) {
  const t = useTranslate();
  return (
    <FormDialog
      title={t(`pools.title.${name}`, { name: pool.name })}
      confirm={t(`pools.act.${name}`)}
      danger={name === "close" || name === "veto"}
      words="pools"
      specs={REASON}
      act={act}
      variables={({ reason }) => ({ id: pool.id, reason: reason.trim(), ...beside })}
      done={t(`pools.done.${name}`, { name: pool.name })}
      onClose={onClose}
    >
      <p>{t(`pools.consequence.${name}`)}</p>
    </FormDialog>
  );
}
