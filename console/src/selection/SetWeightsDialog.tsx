import { useNotify, useTranslate } from "react-admin";
import {
  type FunctionDomain,
  SetSelectionWeights,
  type SetSelectionWeightsData,
  type WeightsRow,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { chosenIn, type FieldSpec, figureOf, type FormValues } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { CRITERIA, type Criterion, FUNCTION_DOMAINS, mostPoints } from "./criteria";

type WeightField = Criterion | "transversalBonus" | "transversalDomains" | "reason";

const weight = (name: Criterion | "transversalBonus") =>
  ({ name, kind: "number", min: 0, max: 100, half: true }) as const;

interface Props {
  readonly last: WeightsRow;
  readonly onClose: () => void;
}

/** The next version of the weights, written over the present one. */
export function SetWeightsDialog({ last, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(SetSelectionWeights, pick);
  const specs: readonly FieldSpec<WeightField>[] = [
    ...CRITERIA.map(weight),
    { ...weight("transversalBonus"), unit: "points" },
    {
      ...{ name: "transversalDomains", kind: "many", optional: true, label: t("selection.domains") },
      choices: FUNCTION_DOMAINS.map((domain) => [domain, t(`functionDomain.${domain}`)]),
    },
    { name: "reason", kind: "text", min: 3, max: 2000 },
  ];
  return (
    <FormDialog
      title={t("selection.set.title", { version: last.version + 1 })}
      confirm={t("selection.set.verb")}
      words="selection"
      specs={specs}
      initial={{
        ...Object.fromEntries(CRITERIA.map((criterion) => [criterion, String(last.weights[criterion])])),
        transversalBonus: String(last.transversalBonus),
        transversalDomains: last.transversalDomains.join(","),
      }}
      wrong={(typed) => (CRITERIA.every((criterion) => figureOf(typed[criterion]) === 0) ? ["impact"] : [])}
      act={act}
      variables={(typed) => ({
        input: {
          after: last.version,
          weights: weightsIn(typed),
          transversalBonus: figureOf(typed.transversalBonus),
          transversalDomains: chosenIn(typed.transversalDomains) as readonly FunctionDomain[],
          reason: typed.reason.trim(),
        },
      })}
      shows={({ version }) => {
        onClose();
        notify(t("selection.set.done", { version }), { type: "success" });
      }}
      onClose={onClose}
      after={({ values }) => <Shares weights={weightsIn(values)} />}
    >
      <p className="ink2">{t("selection.set.about")}</p>
    </FormDialog>
  );
}

const weightsIn = (typed: FormValues<WeightField>): Record<Criterion, number> => ({
  impact: figureOf(typed.impact),
  generalisability: figureOf(typed.generalisability),
  agentEffects: figureOf(typed.agentEffects),
  userEffects: figureOf(typed.userEffects),
});

/** What the weights come to, while they are typed. */
function Shares({ weights }: { readonly weights: Record<Criterion, number> }) {
  const t = useTranslate();
  const format = useFormat();
  const sum = CRITERIA.reduce((total, criterion) => total + weights[criterion], 0);
  if (!(sum > 0)) return null;
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

const pick = (data: SetSelectionWeightsData) => data.setSelectionWeights;
