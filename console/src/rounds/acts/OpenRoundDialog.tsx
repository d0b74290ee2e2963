import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import { OpenRound, type OpenRoundData, RoundPools, type RoundPoolsData } from "../../generated/operations";
import { FieldError } from "../../parts/Field";
import { cellsOf } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { useOperation } from "../../providers/use-operation";
import { useAbility, usePerson } from "../../providers/use-person";
import { isPrice, roundSpecs, toRoundInput, wrongRound } from "./open-round-form";

/** Opens a round on some pools; it takes requests until it is submitted. */
export function OpenRoundButton() {
  const t = useTranslate();
  const [opening, setOpening] = useState(false);
  if (!useAbility("declare", "Round")) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpening(true)}>
        <Plus className="icon" aria-hidden="true" />
        {t("rounds.open.title")}
      </Button>
      {opening ? <OpenRoundDialog onClose={() => setOpening(false)} /> : null}
    </>
  );
}

function OpenRoundDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const act = useAct(OpenRound, pick);
  const body = usePerson()?.memberships.find((one) => one.role === "DECLARANT")?.organisation.id ?? null;
  return (
    <FormDialog
      title={t("rounds.open.title")}
      confirm={t("rounds.open.title")}
      words="rounds.open"
      specs={roundSpecs((track) => t(`roundTrack.${track}`))}
      initial={{ track: body === null ? "APPEL" : "CONTINU", quarterCount: "1" }}
      wrong={wrongRound}
      own={{
        prices: ({ id, value, error, onChange }) => (
          <PoolChoice
            id={id}
            prices={cellsOf(value)}
            error={error}
            onChange={(prices) => onChange(JSON.stringify(prices))}
          />
        ),
      }}
      act={act}
      variables={(typed) => ({ input: toRoundInput(typed, body) })}
      shows={({ id }) => void navigate(`/rounds/${id}/show`)}
      onClose={onClose}
      after={({ values: { track } }) =>
        track === "" ? null : <p className="note">{t(`rounds.open.lead.${track}`)}</p>
      }
    />
  );
}

type Pool = RoundPoolsData["pools"][number];

type Prices = Readonly<Record<string, string>>;

interface PoolProps {
  readonly id: string;
  readonly prices: Prices;
  readonly error: string | undefined;
  readonly onChange: (prices: Prices) => void;
}

/** Pools that are shared out, each with what an hour of its GPU costs. */
function PoolChoice({ id, prices, error, onChange }: PoolProps) {
  const t = useTranslate();
  const pools = useOperation(RoundPools, {}).data?.pools.filter((pool) => pool.active) ?? [];
  const toggle = (pool: Pool, chosen: boolean) => {
    const others = Object.entries(prices).filter(([id]) => id !== pool.id);
    onChange(Object.fromEntries(chosen ? [...others, [pool.id, ""]] : others));
  };
  return (
    <fieldset className="field">
      <legend>{t("rounds.open.field.prices")}</legend>
      <FieldError id={id} error={error} />
      {pools.map((pool, index) => (
        <div key={pool.id} className="milestone">
          <label className="option">
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              checked={pool.id in prices}
              onChange={(event) => toggle(pool, event.target.checked)}
            />
            {`${pool.name} (${String(pool.gpuCount)} ${pool.gpuClass})`}
          </label>
          {pool.id in prices ? (
            <span className="with-unit">
              <input
                className="input"
                inputMode="decimal"
                aria-label={t("rounds.open.priceOf", { name: pool.name })}
                aria-invalid={(error !== undefined && !isPrice(prices[pool.id] ?? "")) || undefined}
                value={prices[pool.id] ?? ""}
                onChange={(event) => onChange({ ...prices, [pool.id]: event.target.value })}
              />
              <span>{t("rounds.open.perHour")}</span>
            </span>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}

const pick = (data: OpenRoundData) => data.openRound;
