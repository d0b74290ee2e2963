import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import {
  type FunctionDomain,
  SetSelectionWeights,
  type SetSelectionWeightsData,
  type WeightsRow,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ActDialog } from "../parts/ActDialog";
import { figureOf, type FieldSpec } from "../parts/form/field-spec";
import { FieldInput, fieldId } from "../parts/form/FieldInput";
import { useForm } from "../parts/form/use-form";
import { useAct } from "../providers/use-act";
import { CRITERIA, type Criterion, FUNCTION_DOMAINS, mostPoints } from "./criteria";

type WeightField = Criterion | "transversalBonus" | "reason";

const FIGURES: readonly FieldSpec<WeightField>[] = [
  ...CRITERIA.map((name) => ({ name, kind: "number", min: 0, max: 100 }) as const),
  { name: "transversalBonus", kind: "number", min: 0, max: 100, unit: "points" },
];
const SPECS: readonly FieldSpec<WeightField>[] = [...FIGURES, { name: "reason", kind: "text", min: 3, max: 2000 }];

interface Props {
  readonly last: WeightsRow;
  readonly onClose: () => void;
}

/** The next version of the weights, written over the present one. */
export function SetWeightsDialog({ last, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(SetSelectionWeights, pick);
  const form = useForm(SPECS, {
    ...Object.fromEntries(CRITERIA.map((criterion) => [criterion, String(last.weights[criterion])])),
    transversalBonus: String(last.transversalBonus),
  });
  const [domains, setDomains] = useState<readonly FunctionDomain[]>(last.transversalDomains);
  const weights = {
    impact: figureOf(form.values.impact),
    generalisability: figureOf(form.values.generalisability),
    agentEffects: figureOf(form.values.agentEffects),
    userEffects: figureOf(form.values.userEffects),
  };
  const nothing = CRITERIA.every((criterion) => weights[criterion] === 0);
  const send = async () => {
    if (nothing) return;
    const done = await act.run({
      input: {
        after: last.version,
        weights,
        transversalBonus: figureOf(form.values.transversalBonus),
        transversalDomains: [...domains],
        reason: form.values.reason.trim(),
      },
    });
    if (done === null) return;
    onClose();
    notify(t("selection.set.done", { version: done.version }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("selection.set.title", { version: last.version + 1 })}
      confirm={t("selection.set.verb")}
      act={act}
      onConfirm={() => void form.submit(send, (first) => document.getElementById(fieldId("selection", first))?.focus())}
      unsent={form.dirty}
      onClose={onClose}
    >
      <p className="ink2">{t("selection.set.about")}</p>
      <div className="two-fields">
        {FIGURES.map((spec) => (
          <FieldInput
            key={spec.name}
            spec={spec}
            words="selection"
            value={form.values[spec.name]}
            problem={form.problems.get(spec.name)}
            onChange={(value) => form.put(spec.name, value)}
          />
        ))}
      </div>
      <Shares weights={weights} nothing={nothing} />
      <Domains chosen={domains} onChange={setDomains} />
      <FieldInput
        spec={{ name: "reason", kind: "text" }}
        words="selection"
        value={form.values.reason}
        problem={form.problems.get("reason")}
        onChange={(value) => form.put("reason", value)}
      />
    </ActDialog>
  );
}

/** What the weights come to, while they are typed. */
function Shares({ weights, nothing }: { readonly weights: Record<Criterion, number>; readonly nothing: boolean }) {
  const t = useTranslate();
  const format = useFormat();
  if (nothing)
    return (
      <p className="note warning" role="status">
        {t("selection.set.nothing")}
      </p>
    );
  if (CRITERIA.some((criterion) => Number.isNaN(weights[criterion]))) return null;
  return (
    <p className="small ink2" role="status">
      {CRITERIA.map((criterion, index) =>
        t("selection.set.most", {
          criterion: t(`criterion.${criterion}`),
          points: format.decimal(mostPoints(weights)[index] ?? 0),
        }),
      ).join(" · ")}
    </p>
  );
}

interface DomainsProps {
  readonly chosen: readonly FunctionDomain[];
  readonly onChange: (chosen: readonly FunctionDomain[]) => void;
}

function Domains({ chosen, onChange }: DomainsProps) {
  const t = useTranslate();
  const toggle = (domain: FunctionDomain, on: boolean) =>
    onChange(on ? [...chosen, domain] : chosen.filter((one) => one !== domain));
  return (
    <fieldset className="field">
      <legend>{t("selection.domains")}</legend>
      <div className="options-grid">
        {FUNCTION_DOMAINS.map((domain) => (
          <label key={domain} className="option">
            <input
              type="checkbox"
              checked={chosen.includes(domain)}
              onChange={(event) => toggle(domain, event.target.checked)}
            />
            {t(`functionDomain.${domain}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const pick = (data: SetSelectionWeightsData) => data.setSelectionWeights;
