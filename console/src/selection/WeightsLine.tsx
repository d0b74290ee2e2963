import { useTranslate } from "react-admin";
import type { WeightsRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { AccountLine } from "../parts/AccountLine";
import { CRITERIA, mostPoints } from "./criteria";

/** Where the points of a total come from: the most that each criterion brings, and the bonus beside them. */
export function WeightsLine({ weights }: { readonly weights: WeightsRow }) {
  const t = useTranslate();
  const format = useFormat();
  const points = mostPoints(weights.weights);
  return (
    <AccountLine
      label={t("selection.account")}
      items={[
        ...CRITERIA.map((criterion, index) => ({
          label: t(`criterion.${criterion}`),
          value: format.decimal(points[index] ?? 0),
          operator: index === 0 ? undefined : ("+" as const),
        })),
        { label: t("selection.most"), value: format.decimal(100), operator: "=" as const, kind: "total" as const },
        {
          label: t("selection.bonus"),
          value: format.decimal(weights.transversalBonus),
          operator: "+" as const,
          startsGroup: true,
        },
      ]}
    />
  );
}
