import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import type { ExitPlanRow } from "../roadmap-states";

export const OUTCOME_WORDS = { PASSED: "active", PARTLY: "expiring", FAILED: "refused" } as const;

interface Acts {
  /** Undefined while lines may not be written, or not by this person. */
  readonly onEdit: ((plan: ExitPlanRow) => void) | undefined;
  readonly onExercise: ((plan: ExitPlanRow) => void) | undefined;
}

export function useExitColumns(
  products: ReadonlyMap<string, string>,
  { onEdit, onExercise }: Acts,
): readonly Column<ExitPlanRow>[] {
  const t = useTranslate();
  const format = useFormat();
  const product = (plan: ExitPlanRow): string => products.get(plan.dependencyId) ?? "";
  const guarantees = (plan: ExitPlanRow): string =>
    (["escrow", "reversibilityClause"] as const)
      .filter((one) => plan[one])
      .map((one) => t(`roadmaps.guarantee.${one}`))
      .join(", ");
  return [
    {
      id: "product",
      header: t("roadmaps.product"),
      cell: (plan) =>
        onEdit === undefined ? (
          product(plan)
        ) : (
          <button type="button" className="link" style={{ textAlign: "start" }} onClick={() => onEdit(plan)}>
            {product(plan)}
          </button>
        ),
      csv: { header: "product", value: product },
    },
    {
      id: "format",
      header: t("roadmaps.exit.field.exportFormat"),
      cell: (plan) => plan.exportFormat,
      csv: { header: "exportFormat", value: (plan) => plan.exportFormat },
    },
    {
      id: "guarantees",
      header: t("roadmaps.guarantees"),
      cell: (plan) => guarantees(plan) || t("roadmaps.noGuarantee"),
      csv: { header: "guarantees", value: guarantees },
    },
    {
      id: "days",
      header: t("roadmaps.exitDays"),
      numeric: true,
      cell: (plan) => format.integer(plan.durationDays),
      sortBy: (plan) => plan.durationDays,
      csv: { header: "durationDays", value: (plan) => plan.durationDays },
    },
    {
      id: "cost",
      header: t("roadmaps.oneOff"),
      numeric: true,
      cell: (plan) => format.euro(plan.costEuros, 0),
      sortBy: (plan) => plan.costEuros,
      csv: { header: "costEuros", value: (plan) => plan.costEuros },
    },
    {
      id: "exercise",
      header: t("roadmaps.lastExercise"),
      cell: (plan) => <LastExercise plan={plan} product={product(plan)} onExercise={onExercise} />,
      csv: { header: "lastExercise", value: (plan) => plan.exercises.at(-1)?.date ?? null },
    },
  ];
}

interface LastProps {
  readonly plan: ExitPlanRow;
  readonly product: string;
  readonly onExercise: Acts["onExercise"];
}

function LastExercise({ plan, product, onExercise }: LastProps) {
  const t = useTranslate();
  const format = useFormat();
  const last = plan.exercises.at(-1);
  return (
    <>
      {last === undefined ? (
        <StateWord state="warned">{t("roadmaps.why.never_exercised")}</StateWord>
      ) : (
        <StateWord state={OUTCOME_WORDS[last.outcome]}>
          {format.date(`${last.date}T12:00:00Z`)}, {t(`exerciseOutcome.${last.outcome}`)}
        </StateWord>
      )}
      {onExercise === undefined ? null : (
        <div className="small">
          <button
            type="button"
            className="link"
            aria-label={`${t("roadmaps.add.exercise")} (${product})`}
            onClick={() => onExercise(plan)}
          >
            {t("roadmaps.add.exercise")}
          </button>
        </div>
      )}
    </>
  );
}
