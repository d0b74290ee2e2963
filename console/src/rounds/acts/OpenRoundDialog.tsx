import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import { OpenRound, type OpenRoundData, RoundPools, type RoundPoolsData } from "../../generated/operations";
import { ActDialog } from "../../parts/ActDialog";
import { FieldError } from "../../parts/Field";
import { ChoiceField, TextField } from "../../parts/FormFields";
import { useAct } from "../../providers/use-act";
import { useOperation } from "../../providers/use-operation";
import { useAbility, usePerson } from "../../providers/use-person";
import {
  emptyRound,
  toRoundInput,
  TRACKS,
  wrongRoundFields,
  type OpenRoundField,
  type OpenRoundForm,
} from "./open-round-form";

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
  const [form, setForm] = useState<OpenRoundForm>(() => ({
    ...emptyRound,
    track: body === null ? "APPEL" : "CONTINU",
  }));
  const [tried, setTried] = useState(false);
  const wrong = tried ? wrongRoundFields(form) : [];
  const change = (part: Partial<OpenRoundForm>) => setForm({ ...form, ...part });
  const confirm = async () => {
    setTried(true);
    if (wrongRoundFields(form).length > 0) return;
    const done = await act.run({ input: toRoundInput(form, body) });
    if (done !== null) await navigate(`/rounds/${done.id}/show`);
  };
  return (
    <ActDialog
      open
      title={t("rounds.open.title")}
      confirm={t("rounds.open.title")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t(`rounds.open.lead.${form.track}`)}</p>
      <Fields form={form} wrong={wrong} onChange={change} />
      <PoolChoice prices={form.prices} wrong={wrong.includes("prices")} onChange={(prices) => change({ prices })} />
    </ActDialog>
  );
}

interface FieldsProps {
  readonly form: OpenRoundForm;
  readonly wrong: readonly OpenRoundField[];
  readonly onChange: (part: Partial<OpenRoundForm>) => void;
}

function Fields({ form, wrong, onChange }: FieldsProps) {
  const t = useTranslate();
  const frame = (name: OpenRoundField) => ({
    id: `round-${name}`,
    label: t(`rounds.open.field.${name}`),
    error: wrong.includes(name) ? t(`rounds.open.error.${name}`) : undefined,
  });
  const text = (name: Exclude<OpenRoundField, "prices">, type = "text") => (
    <TextField frame={frame(name)} type={type} value={form[name]} onChange={(value) => onChange({ [name]: value })} />
  );
  return (
    <div>
      <ChoiceField
        frame={frame("track")}
        value={form.track}
        options={TRACKS.map((track) => [track, t(`roundTrack.${track}`)])}
        onChange={(value) => onChange({ track: TRACKS.find((track) => track === value) ?? form.track })}
      />
      {text("title")}
      <div className="two-fields">
        {text("firstQuarter")}
        {text("quarterCount", "number")}
        {text("effectFrom", "date")}
        {text("closesAt", "date")}
      </div>
    </div>
  );
}

type Pool = RoundPoolsData["pools"][number];

interface PoolProps {
  readonly prices: OpenRoundForm["prices"];
  readonly wrong: boolean;
  readonly onChange: (prices: OpenRoundForm["prices"]) => void;
}

/** Pools that are shared out, each with what an hour of its GPU costs. */
function PoolChoice({ prices, wrong, onChange }: PoolProps) {
  const t = useTranslate();
  const pools = useOperation(RoundPools, {}).data?.pools.filter((pool) => pool.active) ?? [];
  const toggle = (pool: Pool, chosen: boolean) => {
    const others = Object.entries(prices).filter(([id]) => id !== pool.id);
    onChange(Object.fromEntries(chosen ? [...others, [pool.id, ""]] : others));
  };
  return (
    <fieldset className="field">
      <legend>{t("rounds.open.field.pools")}</legend>
      <FieldError id="round-pools" error={wrong ? t("rounds.open.error.prices") : undefined} />
      {pools.map((pool) => (
        <div key={pool.id} className="milestone">
          <label className="option">
            <input
              type="checkbox"
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
